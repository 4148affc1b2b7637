create trigger consultation_is_append_only before update, delete on consultation
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger decision_remark_is_append_only before update, delete on decision_remark
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";

-- H2 copies a table that is altered, and a trigger of its then knows only the name of the copy: so this is made anew.
drop trigger letter_sent_is_kept;
create trigger letter_sent_is_kept before update, delete on letter
    for each row call "org.ehcpathway.letter.SentLetterTrigger";
