-- What happened to a letter on its way stays as it was written.
create trigger letter_sending_is_append_only before update, delete on letter_sending
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger letter_made_from_is_append_only before update, delete on letter_made_from
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger letter_resending_is_append_only before update, delete on letter_resending
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger letter_second_check_is_append_only before update, delete on letter_second_check
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger print_item_is_append_only before update, delete on print_item
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
