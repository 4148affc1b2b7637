-- What happened before the panel, who was connected, who left, and what members were sent stays as it was written.
create trigger panel_event_is_append_only before update or delete on panel_event for each row execute function refuse_change();
create trigger panel_event_is_not_truncated before truncate on panel_event execute function refuse_change();
create trigger panel_connection_is_append_only before update or delete on panel_connection for each row execute function refuse_change();
create trigger panel_connection_is_not_truncated before truncate on panel_connection execute function refuse_change();
create trigger panel_leaving_is_append_only before update or delete on panel_leaving for each row execute function refuse_change();
create trigger panel_leaving_is_not_truncated before truncate on panel_leaving execute function refuse_change();
create trigger panel_paper_is_append_only before update or delete on panel_paper for each row execute function refuse_change();
create trigger panel_paper_is_not_truncated before truncate on panel_paper execute function refuse_change();
create trigger panel_paper_content_is_append_only before update or delete on panel_paper_content for each row execute function refuse_change();
create trigger panel_paper_content_is_not_truncated before truncate on panel_paper_content execute function refuse_change();
create trigger panel_approval_is_append_only before update or delete on panel_approval for each row execute function refuse_change();
create trigger panel_approval_is_not_truncated before truncate on panel_approval execute function refuse_change();
create trigger panel_sitting_is_not_deleted before delete on panel_sitting for each row execute function refuse_change();
create trigger panel_sitting_is_not_truncated before truncate on panel_sitting execute function refuse_change();
create trigger panel_item_is_not_deleted before delete on panel_item for each row execute function refuse_change();
create trigger panel_item_is_not_truncated before truncate on panel_item execute function refuse_change();
