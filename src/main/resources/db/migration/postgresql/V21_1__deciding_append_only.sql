create trigger consultation_is_append_only before update or delete on consultation
    for each row execute function refuse_change();
create trigger decision_remark_is_append_only before update or delete on decision_remark
    for each row execute function refuse_change();
create trigger consultation_is_not_truncated before truncate on consultation execute function refuse_change();
create trigger decision_remark_is_not_truncated before truncate on decision_remark execute function refuse_change();

-- As before; a letter that was withdrawn is kept as it stood, too.
create or replace function keep_sent_letter() returns trigger language plpgsql as $$
begin
    if old.state = 'SENT' then
        raise exception 'A letter that was sent cannot change' using errcode = '23000';
    end if;
    if old.state = 'WITHDRAWN' then
        raise exception 'A letter that was withdrawn cannot change' using errcode = '23000';
    end if;
    return new;
end $$;
