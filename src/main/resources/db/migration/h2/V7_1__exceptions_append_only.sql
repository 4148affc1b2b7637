create trigger claimed_exception_is_append_only before update, delete on claimed_exception
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger exception_decision_is_append_only before update, delete on exception_decision
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";

-- Dropping columns copies the table in H2, and its triggers keep the name of the copy until they are made anew.
drop trigger deadline_is_not_deleted;
create trigger deadline_is_not_deleted before delete on deadline
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
