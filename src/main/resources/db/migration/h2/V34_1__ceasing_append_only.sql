create trigger ceasing_is_append_only before update, delete on ceasing
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
