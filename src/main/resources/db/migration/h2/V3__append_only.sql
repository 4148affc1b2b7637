-- One current deadline for each rule of a case. H2 has no partial index; a null in a unique key never collides.
alter table deadline add column current_rule varchar(20) generated always as (case when superseded_at is null then rule end);
alter table deadline add constraint deadline_current_once unique (case_id, current_rule);

-- What was decided, said, sent or done stays as it was written, whoever writes SQL. H2 has no procedural language, so its
-- triggers are Java: AppendOnlyTrigger refuses, DeadlineTrigger lets a deadline be met or superseded once.

create trigger decision_is_append_only before update, delete on decision
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger recommendation_is_append_only before update, delete on recommendation
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger document_is_append_only before update, delete on document
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger document_content_is_append_only before update, delete on document_content
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger family_view_is_append_only before update, delete on family_view
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger case_event_is_append_only before update, delete on case_event
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";

create trigger deadline_is_not_deleted before delete on deadline
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger ehc_case_is_not_deleted before delete on ehc_case
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger person_is_not_deleted before delete on person
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger advice_is_not_deleted before delete on advice
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger deadline_is_met_once before update on deadline
    for each row call "org.ehcpathway.casefile.DeadlineTrigger";
