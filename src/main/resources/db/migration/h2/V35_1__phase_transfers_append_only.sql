-- Columns added copy the table in H2, and its triggers keep the name of the copy until they are made anew.
drop trigger setting_is_not_deleted;
create trigger setting_is_not_deleted before delete on setting
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
drop trigger plan_version_is_kept;
create trigger plan_version_is_kept before update, delete on plan_version
    for each row call "org.ehcpathway.plan.IssuedPlanTrigger";

create trigger transfer_is_append_only before update, delete on transfer
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger transfer_wish_is_append_only before update, delete on transfer_wish
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
