-- One current deadline for each rule of an episode; those of the first assessment belong to none.
alter table deadline drop constraint deadline_current_once;
alter table deadline add column current_of bigint generated always as (coalesce(episode_id, 0));
alter table deadline add constraint deadline_current_once unique (case_id, current_of, current_rule);

-- Columns added copy the table in H2, and its triggers keep the name of the copy until they are made anew.
drop trigger deadline_is_not_deleted;
create trigger deadline_is_not_deleted before delete on deadline
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
drop trigger deadline_is_met_once;
create trigger deadline_is_met_once before update on deadline
    for each row call "org.ehcpathway.casefile.DeadlineTrigger";
drop trigger decision_is_append_only;
create trigger decision_is_append_only before update, delete on decision
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";

create trigger held_plan_is_not_deleted before delete on held_plan
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger episode_is_not_deleted before delete on episode
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
