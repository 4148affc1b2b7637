-- What a letter that was sent said and in which languages stays; who said that an unsafe letter may go stays.

create function keep_sent_words() returns trigger language plpgsql as $$
begin
    if exists (select 1 from letter where id = new.letter_id and state = 'SENT') then
        raise exception 'What a letter that was sent said cannot change' using errcode = '23000';
    end if;
    return new;
end $$;

create trigger letter_fact_sent_is_kept before insert or update on letter_fact
    for each row execute function keep_sent_words();
create trigger letter_translation_sent_is_kept before insert or update on letter_translation
    for each row execute function keep_sent_words();
create trigger letter_fact_is_not_deleted before delete on letter_fact
    for each row execute function refuse_letter_deletion();
create trigger letter_translation_is_not_deleted before delete on letter_translation
    for each row execute function refuse_letter_deletion();
create trigger letter_release_is_append_only before update or delete on letter_release
    for each row execute function refuse_change();
create trigger letter_fact_is_not_truncated before truncate on letter_fact execute function refuse_letter_deletion();
create trigger letter_translation_is_not_truncated before truncate on letter_translation
    execute function refuse_letter_deletion();
create trigger letter_release_is_not_truncated before truncate on letter_release execute function refuse_change();
