create trigger plan_override_is_append_only before update or delete on plan_override
    for each row execute function refuse_change();
create trigger plan_override_is_not_truncated before truncate on plan_override execute function refuse_change();
