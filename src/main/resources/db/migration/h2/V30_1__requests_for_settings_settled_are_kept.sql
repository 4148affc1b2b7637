create trigger setting_request_meaning_is_append_only before update, delete on setting_request_meaning
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
