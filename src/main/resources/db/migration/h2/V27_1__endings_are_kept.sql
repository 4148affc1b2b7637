-- H2 copies a table that is altered, and a trigger of its then knows only the name of the copy: so this is made anew.
drop trigger ending_is_append_only;
create trigger ending_is_append_only before update, delete on ending
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
