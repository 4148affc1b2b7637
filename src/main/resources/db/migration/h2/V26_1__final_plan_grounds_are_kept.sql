create trigger draft_change_is_append_only before update, delete on draft_change
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger health_agreement_is_append_only before update, delete on health_agreement
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
