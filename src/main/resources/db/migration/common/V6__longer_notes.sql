-- An event of a case can hold what a person wrote, such as the evidence considered, with some words around it.
alter table case_event alter column detail set data type varchar(21000);
