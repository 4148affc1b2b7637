create trigger budget_step_is_append_only before update or delete on budget_step
    for each row execute function refuse_change();
create trigger budget_step_is_not_truncated before truncate on budget_step execute function refuse_change();
