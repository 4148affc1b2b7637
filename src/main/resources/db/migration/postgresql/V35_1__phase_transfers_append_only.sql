create trigger transfer_is_append_only before update or delete on transfer for each row execute function refuse_change();
create trigger transfer_is_not_truncated before truncate on transfer execute function refuse_change();
create trigger transfer_wish_is_append_only before update or delete on transfer_wish
    for each row execute function refuse_change();
create trigger transfer_wish_is_not_truncated before truncate on transfer_wish execute function refuse_change();
