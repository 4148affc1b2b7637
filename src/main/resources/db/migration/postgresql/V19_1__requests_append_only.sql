-- What was asked, decided and found about a request stays as it was written; a withdrawn letter stays withdrawn.

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

create trigger request_detail_is_append_only before update or delete on request_detail
    for each row execute function refuse_change();
create trigger ending_is_append_only before update or delete on ending
    for each row execute function refuse_change();
create trigger ending_decision_is_append_only before update or delete on ending_decision
    for each row execute function refuse_change();
create trigger same_person_check_is_append_only before update or delete on same_person_check
    for each row execute function refuse_change();
create trigger request_detail_is_not_truncated before truncate on request_detail execute function refuse_change();
create trigger ending_is_not_truncated before truncate on ending execute function refuse_change();
create trigger ending_decision_is_not_truncated before truncate on ending_decision execute function refuse_change();
create trigger same_person_check_is_not_truncated before truncate on same_person_check execute function refuse_change();
