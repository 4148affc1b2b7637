package org.ehcpathway.plan.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ehcpathway.plan.AreaOfNeed;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** The final plans that were issued, over all cases. */
@Component
class FinishedPlans {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    private final NamedParameterJdbcTemplate jdbc;

    FinishedPlans(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param issuedOn the day in England */
    record Finished(long versionId, String reference, String team, LocalDate issuedOn, Long documentId) {}

    /** The ids of those issued from the first day of one month to the last of another, in the order they were opened. */
    List<Long> ids(LocalDate fromMonth, LocalDate toMonth, String team, AreaOfNeed area) {
        MapSqlParameterSource values = new MapSqlParameterSource()
                .addValue("from", start(fromMonth))
                .addValue("to", start(toMonth.plusMonths(1)))
                .addValue("team", team)
                .addValue("area", area == null ? null : area.name());
        return jdbc.queryForList(
                """
                select v.id from plan_version v join ehc_case c on c.id = v.case_id
                where v.state = 'ISSUED' and v.kind in ('FINAL', 'FINAL_AMENDED')
                    and v.issued_at >= :from and v.issued_at < :to
                """
                        + (team == null ? "" : " and c.team = :team")
                        + (area == null
                                ? ""
                                : " and exists (select 1 from plan_item i where i.version_id = v.id and i.part = 'B'"
                                        + " and i.area = :area)")
                        + " order by v.id",
                values,
                Long.class);
    }

    /** These plans by id. */
    Map<Long, Finished> of(Collection<Long> versions) {
        Map<Long, Finished> found = new HashMap<>();
        if (!versions.isEmpty()) {
            jdbc.query("""
                    select v.id, c.reference, c.team, v.issued_at, v.document_id
                    from plan_version v join ehc_case c on c.id = v.case_id where v.id in (:ids)
                    """, Map.of("ids", Set.copyOf(versions)), row -> {
                Instant issued = row.getObject("issued_at", java.time.OffsetDateTime.class)
                        .toInstant();
                found.put(
                        row.getLong("id"),
                        new Finished(
                                row.getLong("id"),
                                row.getString("reference"),
                                row.getString("team"),
                                LocalDate.ofInstant(issued, ENGLAND),
                                row.getObject("document_id", Long.class)));
            });
        }
        return found;
    }

    /** The areas of the needs of these plans. */
    Map<Long, Set<AreaOfNeed>> areas(Collection<Long> versions) {
        Map<Long, Set<AreaOfNeed>> areas = new HashMap<>();
        if (!versions.isEmpty()) {
            jdbc.query("""
                    select distinct version_id, area from plan_item
                    where part = 'B' and area is not null and version_id in (:ids)
                    """, Map.of("ids", Set.copyOf(versions)), row -> {
                areas.computeIfAbsent(row.getLong("version_id"), id -> EnumSet.noneOf(AreaOfNeed.class))
                        .add(AreaOfNeed.valueOf(row.getString("area")));
            });
        }
        return areas;
    }

    /** Everybody who wrote in the plan or signed it. */
    Set<String> writers(long versionId) {
        return Set.copyOf(jdbc.queryForList("""
                select edited_by from plan_item where version_id = :id
                union select edited_by from plan_section where version_id = :id and edited_by is not null
                union select signed_by from plan_version where id = :id and signed_by is not null
                """, Map.of("id", versionId), String.class));
    }

    private static Object start(LocalDate month) {
        return month.withDayOfMonth(1).atStartOfDay(ENGLAND).toInstant().atOffset(ZoneOffset.UTC);
    }
}
