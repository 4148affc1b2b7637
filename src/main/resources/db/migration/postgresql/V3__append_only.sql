-- What was decided, said, sent or done stays as it was written, whoever writes SQL.

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'Rows of % are kept as they were written: % refused', tg_table_name, tg_op using errcode = '23000';
end $$;

-- A deadline is computed once. Afterwards it can only be met, or superseded by a new one, each a single time.
create function keep_deadline() returns trigger language plpgsql as $$
declare
    may_be_set constant text[] := array['met_on', 'met_by', 'met_how', 'superseded_at'];
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

create trigger decision_is_append_only before update or delete on decision
    for each row execute function refuse_change();
create trigger recommendation_is_append_only before update or delete on recommendation
    for each row execute function refuse_change();
create trigger document_is_append_only before update or delete on document
    for each row execute function refuse_change();
create trigger document_content_is_append_only before update or delete on document_content
    for each row execute function refuse_change();
create trigger family_view_is_append_only before update or delete on family_view
    for each row execute function refuse_change();
create trigger case_event_is_append_only before update or delete on case_event
    for each row execute function refuse_change();

create trigger deadline_is_not_deleted before delete on deadline
    for each row execute function refuse_change();
create trigger ehc_case_is_not_deleted before delete on ehc_case
    for each row execute function refuse_change();
create trigger person_is_not_deleted before delete on person
    for each row execute function refuse_change();
create trigger advice_is_not_deleted before delete on advice
    for each row execute function refuse_change();
create trigger deadline_is_met_once before update on deadline for each row execute function keep_deadline();

-- Row triggers do not see a truncate.
create trigger decision_is_not_truncated before truncate on decision execute function refuse_change();
create trigger recommendation_is_not_truncated before truncate on recommendation execute function refuse_change();
create trigger document_is_not_truncated before truncate on document execute function refuse_change();
create trigger document_content_is_not_truncated before truncate on document_content execute function refuse_change();
create trigger family_view_is_not_truncated before truncate on family_view execute function refuse_change();
create trigger case_event_is_not_truncated before truncate on case_event execute function refuse_change();
create trigger deadline_is_not_truncated before truncate on deadline execute function refuse_change();
create trigger ehc_case_is_not_truncated before truncate on ehc_case execute function refuse_change();
create trigger person_is_not_truncated before truncate on person execute function refuse_change();
create trigger advice_is_not_truncated before truncate on advice execute function refuse_change();

-- One current deadline for each rule of a case.
create unique index deadline_current_once on deadline (case_id, rule) where superseded_at is null;
