create trigger setting_request_taken_back_is_append_only before update or delete on setting_request_taken_back
    for each row execute function refuse_change();
create trigger setting_request_taken_back_is_not_truncated before truncate on setting_request_taken_back
    execute function refuse_change();

-- People and settings change, but none is lost.
create trigger contact_is_not_deleted before delete on contact
    for each row execute function refuse_change();
create trigger contact_is_not_truncated before truncate on contact execute function refuse_change();
create trigger setting_is_not_deleted before delete on setting
    for each row execute function refuse_change();
create trigger setting_is_not_truncated before truncate on setting execute function refuse_change();
create trigger panel_member_is_not_deleted before delete on panel_member
    for each row execute function refuse_change();
create trigger panel_member_is_not_truncated before truncate on panel_member execute function refuse_change();
