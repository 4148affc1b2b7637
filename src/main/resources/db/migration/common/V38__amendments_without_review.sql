-- A plan changed outside a review or re-assessment (regulation 28).
alter table episode drop constraint episode_kind_code;
alter table episode add constraint episode_kind_code check (kind in ('ANNUAL_REVIEW', 'CEASING', 'PHASE_TRANSFER', 'AMENDMENT'));
