create trigger plan_override_is_append_only before update or delete on plan_override
    for each row execute function refuse_change();
create trigger plan_override_is_not_truncated before truncate on plan_override execute function refuse_change();

create trigger audit_draw_is_append_only before update or delete on audit_draw
    for each row execute function refuse_change();
create trigger audit_draw_is_not_truncated before truncate on audit_draw execute function refuse_change();
create trigger audit_candidate_is_append_only before update or delete on audit_candidate
    for each row execute function refuse_change();
create trigger audit_candidate_is_not_truncated before truncate on audit_candidate execute function refuse_change();

create or replace function keep_signed_off_audit() returns trigger language plpgsql as $$
begin
    if old.signed_off_at is not null then
        raise exception 'An audit that was signed off is kept as it was: % refused', tg_op using errcode = '23000';
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    return new;
end $$;

create or replace function keep_answers_of_signed_off_audit() returns trigger language plpgsql as $$
declare
    touched bigint;
begin
    foreach touched in array case tg_op
        when 'INSERT' then array[new.audit_id]
        when 'DELETE' then array[old.audit_id]
        else array[old.audit_id, new.audit_id] end
    loop
        if exists (select 1 from plan_audit a where a.id = touched and a.signed_off_at is not null) then
            raise exception 'An audit that was signed off is kept as it was: % refused', tg_op using errcode = '23000';
        end if;
    end loop;
    if tg_op = 'DELETE' then
        return old;
    end if;
    return new;
end $$;

create trigger plan_audit_is_kept before update or delete on plan_audit
    for each row execute function keep_signed_off_audit();
create trigger audit_answer_is_kept before insert or update or delete on audit_answer
    for each row execute function keep_answers_of_signed_off_audit();
create trigger audit_comment_is_kept before insert or update or delete on audit_comment
    for each row execute function keep_answers_of_signed_off_audit();
create trigger plan_audit_is_not_truncated before truncate on plan_audit execute function refuse_change();
create trigger audit_answer_is_not_truncated before truncate on audit_answer execute function refuse_change();
create trigger audit_comment_is_not_truncated before truncate on audit_comment execute function refuse_change();
