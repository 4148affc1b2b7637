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

    /**
     * A child or young person with a plan in force, at a setting whose age range is known.
     *
     * @param lowestAge the age of the setting's youngest
     * @param highestAge the age its oldest reach
     */
    public record InLastYear(
            String reference,
            LocalDate birthDate,
            int yearsOutOfCohort,
            long settingId,
            int lowestAge,
            int highestAge) {}

    /**
     * Plans in force whose setting teaches nobody older than their age group, and for which no transfer of that year is planned.
     * Whether they transfer is for the law to say; this only keeps the rest of the register out of it. The setting is the one the plan
     * names or, where it names a type, the one attended.
     *
     * @param transferOn the day of the transfer
     */
    public List<InLastYear> withoutTransfer(LocalDate transferOn) {
        return jdbc.query(
                """
                select c.reference, p.birth_date, p.years_out_of_cohort, s.id, s.lowest_age, s.highest_age
                from held_plan h
                join ehc_case c on c.id = h.case_id
                join person p on p.id = c.person_id
                join setting s on s.id = coalesce(c.named_setting_id, c.setting_id)
                where h.ended_on is null and c.closed_on is null and s.highest_age is not null
                  and not exists (
                    select 1 from episode e where e.case_id = c.id and e.kind = 'PHASE_TRANSFER' and e.episode_key = :year)
                order by c.reference
                """,
                new MapSqlParameterSource("year", String.valueOf(transferOn.getYear())),
                (row, i) -> new InLastYear(
                        row.getString("reference"),
                        row.getObject("birth_date", LocalDate.class),
                        row.getInt("years_out_of_cohort"),
                        row.getLong("id"),
                        row.getInt("lowest_age"),
                        row.getInt("highest_age")));
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
