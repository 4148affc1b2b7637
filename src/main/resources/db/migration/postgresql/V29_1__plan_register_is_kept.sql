-- One current deadline for each rule of an episode; those of the first assessment belong to none.
drop index deadline_current_once;
create unique index deadline_current_once on deadline (case_id, coalesce(episode_id, 0), rule) where superseded_at is null;

create trigger held_plan_is_not_deleted before delete on held_plan for each row execute function refuse_change();
create trigger held_plan_is_not_truncated before truncate on held_plan execute function refuse_change();
create trigger episode_is_not_deleted before delete on episode for each row execute function refuse_change();
create trigger episode_is_not_truncated before truncate on episode execute function refuse_change();
