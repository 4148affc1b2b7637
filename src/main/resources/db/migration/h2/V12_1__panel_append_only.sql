-- H2 copies a table that is altered, and a trigger of its then knows only the name of the copy: so this is made anew.
drop trigger recommendation_is_append_only;
create trigger recommendation_is_append_only before update, delete on recommendation
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";

-- What happened before the panel, who was connected, who left, and what members were sent stays as it was written.
create trigger panel_event_is_append_only before update, delete on panel_event
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger panel_connection_is_append_only before update, delete on panel_connection
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger panel_leaving_is_append_only before update, delete on panel_leaving
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger panel_paper_is_append_only before update, delete on panel_paper
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger panel_paper_content_is_append_only before update, delete on panel_paper_content
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger panel_approval_is_append_only before update, delete on panel_approval
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger panel_sitting_is_not_deleted before delete on panel_sitting
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger panel_item_is_not_deleted before delete on panel_item
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
