-- What happened to a letter on its way stays as it was written.
create trigger letter_sending_is_append_only before update or delete on letter_sending for each row execute function refuse_change();
create trigger letter_sending_is_not_truncated before truncate on letter_sending execute function refuse_change();
create trigger letter_made_from_is_append_only before update or delete on letter_made_from for each row execute function refuse_change();
create trigger letter_made_from_is_not_truncated before truncate on letter_made_from execute function refuse_change();
create trigger letter_resending_is_append_only before update or delete on letter_resending for each row execute function refuse_change();
create trigger letter_resending_is_not_truncated before truncate on letter_resending execute function refuse_change();
create trigger letter_second_check_is_append_only before update or delete on letter_second_check for each row execute function refuse_change();
create trigger letter_second_check_is_not_truncated before truncate on letter_second_check execute function refuse_change();
create trigger print_item_is_append_only before update or delete on print_item for each row execute function refuse_change();
create trigger print_item_is_not_truncated before truncate on print_item execute function refuse_change();
