create trigger enquiry_is_append_only before update, delete on enquiry
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger enquiry_event_is_append_only before update, delete on enquiry_event
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
