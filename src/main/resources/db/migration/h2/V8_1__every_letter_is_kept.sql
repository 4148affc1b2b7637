-- What a letter that was sent said and in which languages stays; who said that an unsafe letter may go stays.
create trigger letter_fact_sent_is_kept before insert, update, delete on letter_fact
    for each row call "org.ehcpathway.letter.SentLetterTrigger";
create trigger letter_translation_sent_is_kept before insert, update, delete on letter_translation
    for each row call "org.ehcpathway.letter.SentLetterTrigger";
create trigger letter_release_is_append_only before update, delete on letter_release
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
