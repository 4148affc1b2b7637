-- H2 copies a table that is altered, and a trigger of its then knows only the name of the copy: so these are made anew.
drop trigger plan_version_is_kept;
drop trigger plan_section_is_kept;
drop trigger family_view_is_append_only;
create trigger plan_version_is_kept before update, delete on plan_version
    for each row call "org.ehcpathway.plan.IssuedPlanTrigger";
create trigger family_view_is_append_only before update, delete on family_view
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";

-- What belongs to an issued version neither changes nor goes, and nothing is added to it.
create trigger plan_section_is_kept before insert, update, delete on plan_section
    for each row call "org.ehcpathway.plan.IssuedPlanTrigger";
create trigger plan_item_is_kept before insert, update, delete on plan_item
    for each row call "org.ehcpathway.plan.IssuedPlanTrigger";
create trigger plan_link_is_kept before insert, update, delete on plan_link
    for each row call "org.ehcpathway.plan.IssuedPlanTrigger";
create trigger plan_source_is_kept before insert, update, delete on plan_source
    for each row call "org.ehcpathway.plan.IssuedPlanTrigger";
create trigger plan_quote_is_kept before insert, update, delete on plan_quote
    for each row call "org.ehcpathway.plan.IssuedPlanTrigger";
create trigger plan_appendix_is_kept before insert, update, delete on plan_appendix
    for each row call "org.ehcpathway.plan.IssuedPlanTrigger";
create trigger earlier_words_is_append_only before update, delete on earlier_words
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
