-- A letter that was sent is kept as it was sent: the letter, those it went to and what was in the envelope.

create function refuse_letter_deletion() returns trigger language plpgsql as $$
begin
    raise exception 'Letters are kept: % of % refused', tg_op, tg_table_name using errcode = '23000';
end $$;

create function keep_sent_letter() returns trigger language plpgsql as $$
begin
    if old.state = 'SENT' then
        raise exception 'A letter that was sent cannot change' using errcode = '23000';
    end if;
    return new;
end $$;

create function keep_sent_recipient() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.sent_at is not null then
        -- What is learnt later may be added once: the day of service.
        if to_jsonb(new) - 'served_on' is distinct from to_jsonb(old) - 'served_on' or old.served_on is not null then
            raise exception 'What was sent to a recipient cannot change' using errcode = '23000';
        end if;
    elsif exists (select 1 from letter where id = new.letter_id and state = 'SENT') then
        raise exception 'A letter that was sent gets no other recipient' using errcode = '23000';
    end if;
    return new;
end $$;

create function keep_sent_enclosure() returns trigger language plpgsql as $$
begin
    if exists (select 1 from letter where id = new.letter_id and state = 'SENT') then
        raise exception 'What was enclosed with a letter that was sent cannot change' using errcode = '23000';
    end if;
    return new;
end $$;

create trigger letter_sent_is_kept before update on letter for each row execute function keep_sent_letter();
create trigger letter_recipient_sent_is_kept before insert or update on letter_recipient
    for each row execute function keep_sent_recipient();
create trigger letter_enclosure_sent_is_kept before insert or update on letter_enclosure
    for each row execute function keep_sent_enclosure();

create trigger letter_is_not_deleted before delete on letter for each row execute function refuse_letter_deletion();
create trigger letter_recipient_is_not_deleted before delete on letter_recipient
    for each row execute function refuse_letter_deletion();
create trigger letter_enclosure_is_not_deleted before delete on letter_enclosure
    for each row execute function refuse_letter_deletion();
create trigger letter_is_not_truncated before truncate on letter execute function refuse_letter_deletion();
create trigger letter_recipient_is_not_truncated before truncate on letter_recipient
    execute function refuse_letter_deletion();
create trigger letter_enclosure_is_not_truncated before truncate on letter_enclosure
    execute function refuse_letter_deletion();
