create trigger conversation_is_append_only before update, delete on conversation
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
