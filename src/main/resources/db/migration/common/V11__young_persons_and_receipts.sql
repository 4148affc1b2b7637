-- A young person decides for themself and gets letters themself, so the file knows of them what it knows of a contact: how letters
-- reach them, whether a letter could harm them, and from whom the address is kept. Codes are the names of the enums.
alter table person add column preferred_channel varchar(10) default 'POST' not null;
alter table person add column email_consent boolean default false not null;
alter table person add column email varchar(200);
alter table person add column address_withheld boolean default false not null;
alter table person add column unsafe_reason varchar(2000);
alter table person add column unsafe_flagged_by varchar(255);
alter table person add column unsafe_flagged_at timestamp with time zone;
alter table person add constraint person_channel_code check (preferred_channel in ('POST', 'EMAIL'));
alter table person add constraint person_email_only_with_consent
    check (preferred_channel <> 'EMAIL' or (email_consent and email is not null));
alter table person add constraint person_unsafe_wholly check ((unsafe_reason is null) = (unsafe_flagged_by is null)
    and (unsafe_reason is null) = (unsafe_flagged_at is null));
