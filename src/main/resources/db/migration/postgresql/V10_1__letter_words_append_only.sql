-- The words of a letter stay as they were made.
create trigger letter_words_is_append_only before update or delete on letter_words for each row execute function refuse_change();
create trigger letter_words_is_not_truncated before truncate on letter_words execute function refuse_change();
