create trigger setting_request_is_append_only before update, delete on setting_request
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger representation_is_append_only before update, delete on representation
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger meeting_step_is_append_only before update, delete on meeting_step
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger setting_consultation_is_not_deleted before delete on setting_consultation
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
