-- What was sent and what came back stays as it was.
create trigger amendment_notice_is_append_only before update, delete on amendment_notice
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger working_document_is_append_only before update, delete on working_document
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
