create trigger budget_step_is_append_only before update, delete on budget_step
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
