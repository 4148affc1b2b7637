create trigger setting_request_taken_back_is_append_only before update, delete on setting_request_taken_back
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";

-- People and settings change, but none is lost.
create trigger contact_is_not_deleted before delete on contact
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger setting_is_not_deleted before delete on setting
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger panel_member_is_not_deleted before delete on panel_member
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
