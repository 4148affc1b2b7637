-- A letter that was sent is kept as it was sent: the letter, those it went to and what was in the envelope.

create trigger letter_sent_is_kept before update, delete on letter
    for each row call "org.ehcpathway.letter.SentLetterTrigger";
create trigger letter_recipient_sent_is_kept before insert, update, delete on letter_recipient
    for each row call "org.ehcpathway.letter.SentLetterTrigger";
create trigger letter_enclosure_sent_is_kept before insert, update, delete on letter_enclosure
    for each row call "org.ehcpathway.letter.SentLetterTrigger";
