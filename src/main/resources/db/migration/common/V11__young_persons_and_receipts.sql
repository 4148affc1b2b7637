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

-- What is still watched after it was handed over to a way that tells later what became of it. What it told is in letter_sending.
create table letter_delivery (
    idempotency_key  varchar(100)  primary key,
    letter_id        bigint        not null,
    recipient_id     bigint        not null,
    way              varchar(20)   not null,
    receipt          varchar(500)  not null,
    handed_over_at   timestamp with time zone  not null,
    status           varchar(40),
    asked_at         timestamp with time zone,
    ended_at         timestamp with time zone,
    constraint letter_delivery_of foreign key (letter_id) references letter (id),
    constraint letter_delivery_to foreign key (recipient_id) references letter_recipient (id)
);
create index letter_delivery_by_asked on letter_delivery (ended_at, asked_at);
create index letter_delivery_by_recipient on letter_delivery (recipient_id);
create index letter_sending_by_key on letter_sending (idempotency_key);
