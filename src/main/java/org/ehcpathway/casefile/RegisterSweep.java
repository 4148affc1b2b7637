package org.ehcpathway.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What falls due in the register of plans, each question one statement over the whole register. */
@Component
@Transactional(readOnly = true)
public class RegisterSweep {

    private final NamedParameterJdbcTemplate jdbc;

    RegisterSweep(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Planned episodes of plans in force whose last day has come near, the earliest first.
     *
     * @param until those whose last day is this day or earlier
     * @return their ids
     */
    public List<Long> due(EpisodeKind kind, LocalDate until) {
        return jdbc.queryForList(
                """
                select e.id from episode e join ehc_case c on c.id = e.case_id
                where e.state = 'PLANNED' and e.kind = :kind and e.due_on <= :until and c.closed_on is null
                order by e.due_on, e.id
                """, new MapSqlParameterSource("kind", kind.name()).addValue("until", until), Long.class);
    }

    /** Plans in force for which no review clock runs: there must never be one. Their references. */
    public List<String> withoutReviewYear() {
        return jdbc.queryForList(
                """
                select c.reference from held_plan h join ehc_case c on c.id = h.case_id
                where h.ended_on is null and not exists (
                    select 1 from deadline d where d.case_id = c.id and d.episode_id is not null
                    and d.rule in (:rules) and d.met_on is null and d.superseded_at is null)
                order by c.reference
                """, new MapSqlParameterSource("rules", Set.copyOf(PlanRegister.REVIEW_YEAR)), String.class);
    }
}
