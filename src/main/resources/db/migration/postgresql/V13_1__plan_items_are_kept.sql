-- What belongs to an issued version neither changes nor goes, and nothing is added to it.
create or replace function keep_issued_words() returns trigger language plpgsql as $$
declare
    touched bigint;
begin
    foreach touched in array case tg_op
        when 'INSERT' then array[new.version_id]
        when 'DELETE' then array[old.version_id]
        else array[old.version_id, new.version_id] end
    loop
        if exists (select 1 from plan_version v where v.id = touched and v.state = 'ISSUED') then
            raise exception 'An issued plan is kept as it was: % refused', tg_op using errcode = '23000';
        end if;
    end loop;
    if tg_op = 'DELETE' then
        return old;
    end if;
    return new;
end $$;

drop trigger plan_section_is_kept on plan_section;
create trigger plan_section_is_kept before insert or update or delete on plan_section
    for each row execute function keep_issued_words();
create trigger plan_item_is_kept before insert or update or delete on plan_item
    for each row execute function keep_issued_words();
create trigger plan_link_is_kept before insert or update or delete on plan_link
    for each row execute function keep_issued_words();
create trigger plan_source_is_kept before insert or update or delete on plan_source
    for each row execute function keep_issued_words();
create trigger plan_quote_is_kept before insert or update or delete on plan_quote
    for each row execute function keep_issued_words();
create trigger plan_appendix_is_kept before insert or update or delete on plan_appendix
    for each row execute function keep_issued_words();
create trigger earlier_words_is_append_only before update or delete on earlier_words
    for each row execute function refuse_change();

create trigger plan_item_is_not_truncated before truncate on plan_item execute function refuse_change();
create trigger plan_link_is_not_truncated before truncate on plan_link execute function refuse_change();
create trigger plan_source_is_not_truncated before truncate on plan_source execute function refuse_change();
create trigger plan_quote_is_not_truncated before truncate on plan_quote execute function refuse_change();
create trigger plan_appendix_is_not_truncated before truncate on plan_appendix execute function refuse_change();
create trigger earlier_words_is_not_truncated before truncate on earlier_words execute function refuse_change();
