-- H2 copies a table that is altered, and a trigger of its then knows only the name of the copy: so these are made anew.
drop trigger person_is_not_deleted;
drop trigger advice_is_not_deleted;
drop trigger letter_sent_is_kept;
create trigger letter_sent_is_kept before update, delete on letter
    for each row call "org.ehcpathway.letter.SentLetterTrigger";
create trigger person_is_not_deleted before delete on person
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger advice_is_not_deleted before delete on advice
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";

create trigger advice_step_is_append_only before update, delete on advice_step
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
