package org.ehcpathway.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ehcpathway.casefile.TransferRow.Progress;
import org.ehcpathway.casefile.TransferRow.Risk;
import org.ehcpathway.statute.PhaseTransfer;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The phase transfers of a year over the whole register, each question one statement. */
@Component
@Transactional(readOnly = true)
public class TransferBoard {

    private static final String OF_YEAR = """
            from transfer t
            join episode e on e.id = t.episode_id
            join ehc_case c on c.id = e.case_id
            join person p on p.id = c.person_id
            where t.transfer_on between :first and :last
            """;

    private static final String ROWS = """
            select c.reference, c.team, c.case_manager, p.first_names, p.last_name, p.known_as, t.phase, t.year_group,
                   t.transfer_on, e.state, e.outcome, e.due_on, f.name as from_setting, d.due, d.warn_on, d.met_on,
                   w.answers, k.consulted, k.replied, k.planned, a.asked_for,
                   case when exists (select 1 from episode r where r.case_id = c.id and r.kind = 'ANNUAL_REVIEW'
                       and r.state = 'OPEN') then 1 else 0 end as reviewing,
                   case when exists (select 1 from deadline n where n.case_id = c.id and n.rule = 'REV-12'
                       and n.met_on is null and n.superseded_at is null) then 1 else 0 end as noticed
            from transfer t
            join episode e on e.id = t.episode_id
            join ehc_case c on c.id = e.case_id
            join person p on p.id = c.person_id
            left join setting f on f.id = t.from_setting_id
            left join deadline d on d.episode_id = e.id and d.rule in ('REV-03', 'REV-04', 'REV-05')
                and d.superseded_at is null
            left join (select episode_id, count(*) as answers from transfer_wish group by episode_id) w
                on w.episode_id = e.id
            left join (
                select e2.id as episode_id, count(s.consulted_on) as consulted, count(s.replied_on) as replied,
                       count(case when s.state = 'PLANNED' then 1 end) as planned
                from episode e2 join setting_consultation s on s.case_id = e2.case_id and s.recorded_at >= e2.opened_at
                where e2.kind = 'PHASE_TRANSFER' group by e2.id
            ) k on k.episode_id = e.id
            left join (
                select x.episode_id, string_agg(x.name, '; ') as asked_for
                from (
                    select e3.id as episode_id, coalesce(n3.name, q.asked_for) as name
                    from episode e3 join setting_request q on q.case_id = e3.case_id and q.recorded_at >= e3.opened_at
                    left join setting n3 on n3.id = q.setting_id
                    where e3.kind = 'PHASE_TRANSFER'
                      and not exists (select 1 from setting_request_taken_back b where b.request_id = q.id)
                    union
                    select e4.id, n4.name
                    from episode e4 join setting_consultation s4 on s4.case_id = e4.case_id
                        and s4.recorded_at >= e4.opened_at
                    join setting n4 on n4.id = s4.setting_id
                    where e4.kind = 'PHASE_TRANSFER'
                ) x group by x.episode_id
            ) a on a.episode_id = e.id
            where t.transfer_on between :first and :last
            """;

    private final NamedParameterJdbcTemplate jdbc;
    private final PhaseTransfers transfers;
    private final Cases cases;

    TransferBoard(NamedParameterJdbcTemplate jdbc, PhaseTransfers transfers, Cases cases) {
        this.jdbc = jdbc;
        this.transfers = transfers;
        this.cases = cases;
    }

    /** A setting that children wait to have consulted in the round, and how many. */
    public record Waiting(String urn, String name, int children) {}

    /** A setting with plans in force whose age range nobody has given, so that no transfer of theirs can be known. */
    public record WithoutAges(String urn, String name, int plans) {}

    /**
     * Every transfer of a calendar year, those whose day is missed first, then those at risk, then by due day.
     *
     * @param teams the teams whose cases may be seen; null for all
     */
    public List<TransferRow> of(int year, Set<String> teams) {
        LocalDate today = cases.today();
        MapSqlParameterSource values = year(year);
        Map<String, LocalDate> notices = new HashMap<>();
        return jdbc.query(ROWS + ofTeams(teams, values), values, (row, i) -> row(row, today, notices)).stream()
                .sorted(Comparator.comparing(TransferRow::risk)
                        .thenComparing(TransferRow::due)
                        .thenComparing(TransferRow::reference))
                .toList();
    }

    /** The settings to be consulted in the round of a year, by name. */
    public List<Waiting> waiting(int year, Set<String> teams) {
        MapSqlParameterSource values = year(year);
        return jdbc.query(
                """
                select s.urn, s.name, count(*) as children
                from setting_consultation k join setting s on s.id = k.setting_id
                where k.state = 'PLANNED' and k.case_id in (select c.id
                """ + OF_YEAR + " and e.state = 'OPEN'" + ofTeams(teams, values)
                        + ") group by s.urn, s.name order by s.name",
                values,
                (row, i) -> new Waiting(row.getString("urn"), row.getString("name"), row.getInt("children")));
    }

    /** The cases in which a setting waits to be consulted in the round of a year. */
    public List<String> waitingFor(String urn, int year, Set<String> teams) {
        MapSqlParameterSource values = year(year).addValue("urn", urn);
        return jdbc.queryForList(
                "select distinct c.reference " + OF_YEAR + " and e.state = 'OPEN'" + ofTeams(teams, values)
                        + " and exists (select 1 from setting_consultation k join setting s on s.id = k.setting_id"
                        + " where k.case_id = c.id and k.state = 'PLANNED' and s.urn = :urn) order by c.reference",
                values,
                String.class);
    }

    /** The settings of plans in force whose age range is not known. */
    public List<WithoutAges> withoutAges() {
        return jdbc.query(
                """
                select s.urn, s.name, count(*) as plans
                from held_plan h join ehc_case c on c.id = h.case_id
                join setting s on s.id = coalesce(c.named_setting_id, c.setting_id)
                where h.ended_on is null and c.closed_on is null and s.highest_age is null
                group by s.urn, s.name order by s.name
                """, (row, i) -> new WithoutAges(row.getString("urn"), row.getString("name"), row.getInt("plans")));
    }

    private TransferRow row(ResultSet row, LocalDate today, Map<String, LocalDate> notices) throws SQLException {
        PhaseTransfer phase = PhaseTransfer.valueOf(row.getString("phase"));
        LocalDate transferOn = row.getObject("transfer_on", LocalDate.class);
        LocalDate noticeBy =
                notices.computeIfAbsent(phase.rule() + transferOn, unknown -> transfers.noticeBy(phase, transferOn));
        LocalDate due = row.getObject("due_on", LocalDate.class);
        LocalDate metOn = row.getObject("met_on", LocalDate.class);
        String usedName = row.getString("known_as");
        Progress progress = progress(row, metOn);
        return new TransferRow(
                row.getString("reference"),
                (usedName == null ? row.getString("first_names") : usedName) + " " + row.getString("last_name"),
                row.getString("team"),
                row.getString("case_manager"),
                phase,
                row.getInt("year_group"),
                transferOn,
                due,
                noticeBy,
                metOn,
                row.getString("from_setting"),
                row.getString("asked_for"),
                row.getInt("consulted"),
                row.getInt("replied"),
                progress,
                risk(row, progress, due, noticeBy, metOn, today),
                metOn != null || progress.compareTo(Progress.NAMED) >= 0 ? null : ChronoUnit.DAYS.between(today, due));
    }

    private static Progress progress(ResultSet row, LocalDate metOn) throws SQLException {
        if (metOn != null) {
            return Progress.NAMED;
        }
        if (row.getString("state").equals("CLOSED")) {
            return row.getString("outcome").equals("NO_TRANSFER") ? Progress.NO_TRANSFER : Progress.PLAN_ENDED;
        }
        if (row.getInt("noticed") > 0) {
            return Progress.AMENDING;
        }
        if (row.getInt("answers") == 0) {
            return Progress.TO_ASK;
        }
        if (row.getInt("planned") > 0) {
            return Progress.IN_THE_ROUND;
        }
        if (row.getInt("reviewing") > 0) {
            return Progress.REVIEWING;
        }
        return row.getInt("consulted") > row.getInt("replied") ? Progress.CONSULTING : Progress.TO_AMEND;
    }

    private static Risk risk(
            ResultSet row, Progress progress, LocalDate due, LocalDate noticeBy, LocalDate metOn, LocalDate today)
            throws SQLException {
        if (metOn != null) {
            return metOn.isAfter(due) ? Risk.MET_LATE : Risk.MET;
        }
        if (progress.compareTo(Progress.NAMED) > 0) {
            return Risk.NONE;
        }
        if (today.isAfter(due)) {
            return Risk.MISSED;
        }
        LocalDate warnOn = row.getObject("warn_on", LocalDate.class);
        boolean noticeLate = progress != Progress.AMENDING && today.isAfter(noticeBy);
        boolean near = warnOn != null && !today.isBefore(warnOn);
        return noticeLate || near ? Risk.AT_RISK : Risk.ON_TRACK;
    }

    private static MapSqlParameterSource year(int year) {
        return new MapSqlParameterSource("first", LocalDate.of(year, 1, 1))
                .addValue("last", LocalDate.of(year, 12, 31));
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
}
