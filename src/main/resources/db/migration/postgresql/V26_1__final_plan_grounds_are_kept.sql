create trigger draft_change_is_append_only before update or delete on draft_change
    for each row execute function refuse_change();
create trigger draft_change_is_not_truncated before truncate on draft_change execute function refuse_change();
create trigger health_agreement_is_append_only before update or delete on health_agreement
    for each row execute function refuse_change();
create trigger health_agreement_is_not_truncated before truncate on health_agreement execute function refuse_change();
