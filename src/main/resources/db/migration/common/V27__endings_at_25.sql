-- A request also ends because the young person has turned 25: no first plan can be made from then on (CFA 2014 s.83(2)).
alter table ending drop constraint ending_ground_code;
alter table ending add constraint ending_ground_code check (ground in ('WITHDRAWN', 'MOVED_AWAY', 'DIED', 'LINKED', 'TURNED_25'));
