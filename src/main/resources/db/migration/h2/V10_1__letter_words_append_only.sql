-- The words of a letter stay as they were made.
create trigger letter_words_is_append_only before update, delete on letter_words
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
