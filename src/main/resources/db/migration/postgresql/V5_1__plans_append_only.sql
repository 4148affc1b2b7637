-- An issued plan is what the family holds in its hands: neither its row nor its words change.
create function keep_issued_plan() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state = 'ISSUED' then
        raise exception 'An issued plan is kept as it was: % refused', tg_op using errcode = '23000';
    end if;
    return new;
end $$;

create function keep_issued_words() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or exists (select 1 from plan_version v where v.id = old.version_id and v.state = 'ISSUED') then
        raise exception 'An issued plan is kept as it was: % refused', tg_op using errcode = '23000';
    end if;
    return new;
end $$;

create trigger plan_version_is_kept before update or delete on plan_version
    for each row execute function keep_issued_plan();
create trigger plan_section_is_kept before update or delete on plan_section
    for each row execute function keep_issued_words();
create trigger plan_version_is_not_truncated before truncate on plan_version execute function refuse_change();
create trigger plan_section_is_not_truncated before truncate on plan_section execute function refuse_change();
