-- H2 copies a table that is altered, and a trigger of its then knows only the name of the copy: so these are made anew.
drop trigger letter_sent_is_kept;
drop trigger letter_recipient_sent_is_kept;
drop trigger person_is_not_deleted;
create trigger letter_sent_is_kept before update, delete on letter
    for each row call "org.ehcpathway.letter.SentLetterTrigger";
create trigger letter_recipient_sent_is_kept before insert, update, delete on letter_recipient
    for each row call "org.ehcpathway.letter.SentLetterTrigger";
create trigger person_is_not_deleted before delete on person
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";

-- What a letter that was sent said and in which languages stays; who said that an unsafe letter may go stays.
create trigger letter_fact_sent_is_kept before insert, update, delete on letter_fact
    for each row call "org.ehcpathway.letter.SentLetterTrigger";
create trigger letter_translation_sent_is_kept before insert, update, delete on letter_translation
    for each row call "org.ehcpathway.letter.SentLetterTrigger";
create trigger letter_release_is_append_only before update, delete on letter_release
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
