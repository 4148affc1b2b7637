create trigger consultation_round_is_append_only before update, delete on consultation_round
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger consultation_in_round_is_append_only before update, delete on consultation_in_round
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
