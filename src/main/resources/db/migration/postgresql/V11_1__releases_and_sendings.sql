-- A release may be for the young person, who is no contact; the key is that of the recipient.
drop trigger letter_release_is_append_only on letter_release;
alter table letter_release add column recipient_key varchar(80);
update letter_release set recipient_key = 'contact-' || contact_id;
alter table letter_release alter column recipient_key set not null;
alter table letter_release alter column contact_id drop not null;
create trigger letter_release_is_append_only before update or delete on letter_release
    for each row execute function refuse_change();
