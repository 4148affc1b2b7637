create trigger claimed_exception_is_append_only before update or delete on claimed_exception
    for each row execute function refuse_change();
create trigger exception_decision_is_append_only before update or delete on exception_decision
    for each row execute function refuse_change();
create trigger claimed_exception_is_not_truncated before truncate on claimed_exception execute function refuse_change();
create trigger exception_decision_is_not_truncated before truncate on exception_decision execute function refuse_change();

-- As before, with the words why a deadline was superseded.
create or replace function keep_deadline() returns trigger language plpgsql as $$
declare
    may_be_set constant text[] := array['met_on', 'met_by', 'met_how', 'superseded_at', 'superseded_why'];
    col text;
begin
    if to_jsonb(new) - may_be_set is distinct from to_jsonb(old) - may_be_set then
        raise exception 'A deadline keeps its dates as they were computed' using errcode = '23000';
    end if;
    foreach col in array may_be_set loop
        if to_jsonb(old) -> col <> 'null'::jsonb and to_jsonb(new) -> col is distinct from to_jsonb(old) -> col then
            raise exception 'A deadline is met or superseded once: % is already set', col using errcode = '23000';
        end if;
    end loop;
    return new;
end $$;
