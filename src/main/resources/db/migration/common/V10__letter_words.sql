-- The words each PDF of a letter was made from, as XHTML in UTF-8 without the council's picture: large print, a page for the
-- screen and a copy for editing say what was sent, whatever the templates say by then.
create table letter_words (
    document_id  bigint         primary key,
    xhtml        file_bytes     not null,
    letter_date  date           not null,
    -- Names that no line may tear apart, one a line.
    names        varchar(4000)  not null,
    constraint letter_words_document foreign key (document_id) references document (id)
);
