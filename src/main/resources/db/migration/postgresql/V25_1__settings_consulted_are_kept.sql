create trigger setting_request_is_append_only before update or delete on setting_request
    for each row execute function refuse_change();
create trigger setting_request_is_not_truncated before truncate on setting_request execute function refuse_change();
create trigger representation_is_append_only before update or delete on representation
    for each row execute function refuse_change();
create trigger representation_is_not_truncated before truncate on representation execute function refuse_change();
create trigger meeting_step_is_append_only before update or delete on meeting_step
    for each row execute function refuse_change();
create trigger meeting_step_is_not_truncated before truncate on meeting_step execute function refuse_change();
create trigger setting_consultation_is_not_deleted before delete on setting_consultation
    for each row execute function refuse_change();
create trigger setting_consultation_is_not_truncated before truncate on setting_consultation execute function refuse_change();
