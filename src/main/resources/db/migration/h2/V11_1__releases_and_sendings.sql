-- A release may be for the young person, who is no contact; the key is that of the recipient.
-- H2 copies a table that is altered, and a trigger of its then knows only the name of the copy: so these are made anew.
drop trigger person_is_not_deleted;
drop trigger letter_release_is_append_only;
drop trigger letter_sending_is_append_only;
alter table letter_release add column recipient_key varchar(80);
update letter_release set recipient_key = 'contact-' || contact_id;
alter table letter_release alter column recipient_key set not null;
alter table letter_release alter column contact_id drop not null;
-- What is told of a letter after it was handed over.
alter table letter_sending drop constraint letter_sending_what_code;
alter table letter_sending add constraint letter_sending_what_code check (what in ('STARTED', 'HANDED_OVER', 'NOT_TAKEN', 'REFUSED',
    'UNCONFIRMED', 'FELL_BACK', 'FOLLOWED_UP', 'NOTICE_SENT', 'CAME_THROUGH', 'CAME_TO_NOTHING', 'ON_ITS_WAY', 'DELIVERED',
    'CAME_BACK'));
create trigger person_is_not_deleted before delete on person
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger letter_release_is_append_only before update, delete on letter_release
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger letter_sending_is_append_only before update, delete on letter_sending
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
