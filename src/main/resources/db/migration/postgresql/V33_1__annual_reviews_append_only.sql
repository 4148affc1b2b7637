create trigger review_step_is_append_only before update or delete on review_step for each row execute function refuse_change();
create trigger review_step_is_not_truncated before truncate on review_step execute function refuse_change();
