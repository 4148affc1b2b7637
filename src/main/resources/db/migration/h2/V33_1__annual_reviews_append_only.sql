create trigger review_step_is_append_only before update, delete on review_step
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
