create trigger enquiry_is_append_only before update or delete on enquiry
    for each row execute function refuse_change();
create trigger enquiry_event_is_append_only before update or delete on enquiry_event
    for each row execute function refuse_change();
create trigger enquiry_is_not_truncated before truncate on enquiry execute function refuse_change();
create trigger enquiry_event_is_not_truncated before truncate on enquiry_event execute function refuse_change();
