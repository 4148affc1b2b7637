-- What was sent and what came back stays as it was.
create trigger amendment_notice_is_append_only before update or delete on amendment_notice
    for each row execute function refuse_change();
create trigger working_document_is_append_only before update or delete on working_document
    for each row execute function refuse_change();
create trigger amendment_notice_is_not_truncated before truncate on amendment_notice execute function refuse_change();
create trigger working_document_is_not_truncated before truncate on working_document execute function refuse_change();
