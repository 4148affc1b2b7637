create trigger conversation_is_append_only before update or delete on conversation
    for each row execute function refuse_change();
create trigger conversation_is_not_truncated before truncate on conversation execute function refuse_change();
