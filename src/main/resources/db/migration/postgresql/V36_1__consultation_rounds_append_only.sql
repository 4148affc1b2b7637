create trigger consultation_round_is_append_only before update or delete on consultation_round for each row execute function refuse_change();
create trigger consultation_round_is_not_truncated before truncate on consultation_round execute function refuse_change();
create trigger consultation_in_round_is_append_only before update or delete on consultation_in_round for each row execute function refuse_change();
create trigger consultation_in_round_is_not_truncated before truncate on consultation_in_round execute function refuse_change();
