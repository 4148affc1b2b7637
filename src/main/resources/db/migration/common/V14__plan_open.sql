-- Who has the plan of a case open to write it, so that two people learn of each other before they write the same words. All nodes
-- share it; who has not been seen for a minute counts as gone.
create table plan_open (
    case_id    bigint        not null,
    person     varchar(255)  not null,
    place      varchar(40),
    last_seen  timestamp with time zone  not null,
    constraint plan_open_once primary key (case_id, person),
    constraint plan_open_of_case foreign key (case_id) references ehc_case (id)
);
