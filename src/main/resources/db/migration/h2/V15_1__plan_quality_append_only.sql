create trigger plan_override_is_append_only before update, delete on plan_override
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
