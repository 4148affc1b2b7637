create trigger setting_request_meaning_is_append_only before update or delete on setting_request_meaning
    for each row execute function refuse_change();
create trigger setting_request_meaning_is_not_truncated before truncate on setting_request_meaning
    execute function refuse_change();
