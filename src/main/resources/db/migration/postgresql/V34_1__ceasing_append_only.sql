create trigger ceasing_is_append_only before update or delete on ceasing for each row execute function refuse_change();
create trigger ceasing_is_not_truncated before truncate on ceasing execute function refuse_change();
