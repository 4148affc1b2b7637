package org.ehcpathway.plan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Who has the plan of a case open to write it, on all nodes together. It warns and locks nothing: a stale save is refused by itself
 * ({@link StaleSave}).
 */
@Component
public class PlansOpen {

    /** Pages say every 20 seconds that they are open; who misses three of these is gone. */
    private static final Duration LASTS = Duration.ofSeconds(60);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    PlansOpen(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Somebody at the plan.
     *
     * @param person log-in name
     * @param place the part of the page they are in, as the page calls it; null when they are in none
     */
    public record AtThePlan(String person, String place, Instant lastSeen) {}

    /** @param place null when the person is in no part of it */
    public void seen(long caseId, String person, String place) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        if (update(caseId, person, place, now) == 0) {
            try {
                jdbc.update(
                        "insert into plan_open (case_id, person, place, last_seen) values (?, ?, ?, ?)",
                        caseId,
                        person,
                        place,
                        now);
            } catch (DataIntegrityViolationException meanwhileFromAnotherPage) {
                update(caseId, person, place, now);
            }
        }
    }

    private int update(long caseId, String person, String place, OffsetDateTime now) {
        return jdbc.update(
                "update plan_open set place = ?, last_seen = ? where case_id = ? and person = ?",
                place,
                now,
                caseId,
                person);
    }

    public void left(long caseId, String person) {
        jdbc.update("delete from plan_open where case_id = ? and person = ?", caseId, person);
    }

    /** Everybody else who has it open now, by log-in name. */
    public List<AtThePlan> others(long caseId, String person) {
        return jdbc.query(
                "select person, place, last_seen from plan_open where case_id = ? and person <> ? and last_seen > ?"
                        + " order by person",
                (row, i) -> new AtThePlan(
                        row.getString("person"),
                        row.getString("place"),
                        row.getObject("last_seen", OffsetDateTime.class).toInstant()),
                caseId,
                person,
                clock.instant().minus(LASTS).atOffset(ZoneOffset.UTC));
    }
}
