create trigger consultation_is_append_only before update, delete on consultation
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger decision_remark_is_append_only before update, delete on decision_remark
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
