package org.ehcpathway.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ehcpathway.statute.Refusal;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Lists and counts of cases, each by one statement. Deadlines of closed cases press nobody, so they do not count here. */
@Component
class CaseList {

    private static final int LARGEST_PAGE = 200;

    /** Open deadlines with the date that counts today, and whether an exception excuses that it has passed: as {@link Limit}. */
    private static final String OPEN_LIMITS = """
            select l.id, l.case_id, l.rule, l.due, coalesce(n.new_date, l.due) as last_day,
                   coalesce(n.new_warn_on, l.warn_on) as warn_day,
                   exists (
                       select 1 from claimed_exception e join exception_decision x on x.claim_id = e.id
                       where e.deadline_id = l.id and x.approved and e.new_date is null
                   ) as fell_away
            from deadline l
            left join (
                select e.deadline_id, e.new_date, e.new_warn_on,
                       row_number() over (partition by e.deadline_id order by x.id desc) as place
                from claimed_exception e join exception_decision x on x.claim_id = e.id
                where x.approved and e.new_date is not null
            ) n on n.deadline_id = l.id and n.place = 1
            where l.met_on is null and l.superseded_at is null
            """;

    private static final String CASES = """
            from ehc_case c
            join person p on p.id = c.person_id
            left join (
                select case_id, rule, due,
                       row_number() over (partition by case_id order by due, id) as place,
                       count(case when last_day < :today and not fell_away then 1 end)
                           over (partition by case_id) as overdue,
                       count(case when last_day >= :today and warn_day <= :today then 1 end)
                           over (partition by case_id) as due_soon
                from (%s) o
            ) d on d.case_id = c.id and d.place = 1 and c.closed_on is null
            where 1 = 1
            """.formatted(OPEN_LIMITS);

    private final NamedParameterJdbcTemplate jdbc;
    private final Cases cases;

    CaseList(NamedParameterJdbcTemplate jdbc, Cases cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    Page<CaseSummary> list(Set<String> teams, Stage stage, String lateness, int page, int size) {
        if (page < 0 || size < 1 || size > LARGEST_PAGE) {
            throw new Refusal("Pages count from 0 and hold 1 to %d cases.".formatted(LARGEST_PAGE));
        }
        MapSqlParameterSource values = new MapSqlParameterSource("today", cases.today());
        String chosen = CASES + ofTeams(teams, values) + atStage(stage, values) + late(lateness);
        long[] total = {0};
        List<CaseSummary> found = jdbc.query(
                """
                select c.reference, p.first_names, p.last_name, p.known_as, c.team, c.stage, c.received_on, c.case_manager,
                       d.rule, d.due, coalesce(d.overdue, 0) as overdue, coalesce(d.due_soon, 0) as due_soon,
                       count(*) over () as total
                """ + chosen + " order by d.due nulls last, c.reference limit :size offset :from",
                values.addValue("size", size).addValue("from", (long) page * size),
                (row, i) -> {
                    total[0] = row.getLong("total");
                    String usedName = row.getString("known_as");
                    return new CaseSummary(
                            row.getString("reference"),
                            (usedName == null ? row.getString("first_names") : usedName) + " "
                                    + row.getString("last_name"),
                            row.getString("team"),
                            Stage.valueOf(row.getString("stage")),
                            row.getObject("received_on", LocalDate.class),
                            row.getString("case_manager"),
                            row.getString("rule"),
                            row.getObject("due", LocalDate.class),
                            row.getInt("overdue"),
                            row.getInt("due_soon"));
                });
        if (found.isEmpty() && page > 0) {
            // Past the last page no row is there to carry the total.
            total[0] = jdbc.queryForObject("select count(*) " + chosen, values, Long.class);
        }
        return new PageImpl<>(found, PageRequest.of(page, size), total[0]);
    }

    CaseCounts counts(Set<String> teams) {
        MapSqlParameterSource values = new MapSqlParameterSource("today", cases.today());
        return jdbc.queryForObject(
                """
                select count(*) as opened,
                       count(case when d.overdue > 0 then 1 end) as overdue,
                       count(case when d.due_soon > 0 then 1 end) as due_soon
                """ + CASES + " and c.closed_on is null" + ofTeams(teams, values),
                values,
                (row, i) -> new CaseCounts(row.getInt("opened"), row.getInt("overdue"), row.getInt("due_soon")));
    }

    private static String ofTeams(Set<String> teams, MapSqlParameterSource values) {
        if (teams == null) {
            return "";
        }
        if (teams.isEmpty()) {
            return " and 1 = 0";
        }
        values.addValue("teams", teams);
        return " and c.team in (:teams)";
    }

    private static String atStage(Stage stage, MapSqlParameterSource values) {
        if (stage == null) {
            return "";
        }
        values.addValue("stage", stage.name());
        return " and c.stage = :stage";
    }

    private static String late(String lateness) {
        if (lateness == null || lateness.isBlank()) {
            return "";
        }
        return switch (lateness) {
            case "overdue" -> " and d.overdue > 0";
            case "due-soon" -> " and d.due_soon > 0";
            default -> throw new Refusal("Lateness is overdue or due-soon.");
        };
    }
}
