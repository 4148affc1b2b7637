-- H2 copies a table that is altered, and a trigger of its then knows only the name of the copy: so these are made anew.
drop trigger letter_sent_is_kept;
drop trigger ehc_case_is_not_deleted;
create trigger letter_sent_is_kept before update, delete on letter
    for each row call "org.ehcpathway.letter.SentLetterTrigger";
create trigger ehc_case_is_not_deleted before delete on ehc_case
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";

create trigger request_detail_is_append_only before update, delete on request_detail
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger ending_is_append_only before update, delete on ending
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger ending_decision_is_append_only before update, delete on ending_decision
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger same_person_check_is_append_only before update, delete on same_person_check
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
