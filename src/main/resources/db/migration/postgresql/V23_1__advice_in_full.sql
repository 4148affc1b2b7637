create trigger advice_step_is_append_only before update or delete on advice_step
    for each row execute function refuse_change();
create trigger advice_step_is_not_truncated before truncate on advice_step execute function refuse_change();
