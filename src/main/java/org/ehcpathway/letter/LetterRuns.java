package org.ehcpathway.letter;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.ehcpathway.statute.Refusal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Runs that make many signed letters ready for print in one go: begun, looked at, cancelled, and taken up again after a stop. What each
 * letter has come to is stored with it, so a run loses none and does none twice; {@link LetterRunWork} does the work.
 *
 * <p>Whoever calls must have the right to do so.
 */
@Service
@Transactional
public class LetterRuns {

    /** Longer than any one letter takes, so that only a dead worker loses its run. */
    private static final Duration ALIVE = Duration.ofMinutes(5);

    private static final int MOST_TROUBLES = 200;

    private static final String TO_BE_MADE = """
            l.state in ('SIGNED', 'RENDERED')
                and not exists (select 1 from letter_handling h where h.letter_id = l.id and h.second_check)""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String worker;

    LetterRuns(JdbcTemplate jdbc, Clock clock, SendingSettings settings) {
        this.jdbc = JdbcClient.create(jdbc);
        this.clock = clock;
        this.worker =
                name(settings.nodeName()) + " " + UUID.randomUUID().toString().substring(0, 8);
    }

    /**
     * How far a run is.
     *
     * @param endedAt null while it runs
     */
    public record Progress(
            long id,
            String startedBy,
            Instant startedAt,
            Instant endedAt,
            String state,
            int letters,
            int ready,
            int failed) {

        public boolean isRunning() {
            return state.equals("RUNNING");
        }

        /** From 0 to 100. */
        @JsonProperty
        public int percent() {
            return letters == 0 ? 100 : (ready + failed) * 100 / letters;
        }
    }

    /** A letter that could not be made ready, and why. Its own process goes on trying. */
    public record Trouble(long letterId, String reference, String kind, String sentence) {}

    /**
     * Begins a run over every letter that is signed, checked where it must be, and not sent yet.
     *
     * @throws Refusal when there is none, or a run is under way
     */
    public long start(String by) {
        // One at a time: two runs side by side would only take turns at the same letters.
        if (!running().isEmpty()) {
            throw new Refusal("A run is under way. Wait until it has ended, or cancel it.");
        }
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into letter_run (started_by, started_at, state) values (?, ?, 'RUNNING')")
                .params(by, now())
                .update(key, "id");
        long run = key.getKey().longValue();
        int letters = jdbc.sql("""
                insert into letter_run_item (run_id, letter_id, state)
                select cast(? as bigint), l.id, 'WAITING' from letter l where\s""" + TO_BE_MADE).param(run).update();
        if (letters == 0) {
            throw new Refusal("No signed letter waits to be made: there is nothing to do.");
        }
        return run;
    }

    /** How many letters a run would make now. */
    @Transactional(readOnly = true)
    public long ready() {
        return jdbc.sql("select count(*) from letter l where " + TO_BE_MADE)
                .query(Long.class)
                .single();
    }

    /** @throws Refusal when there is no such run */
    @Transactional(readOnly = true)
    public Progress progress(long run) {
        return jdbc.sql(PROGRESS + " where r.id = ?")
                .param(run)
                .query(LetterRuns::progress)
                .optional()
                .orElseThrow(() -> new Refusal("There is no such run of letters."));
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Progress> latest() {
        return jdbc.sql(PROGRESS + " order by r.id desc fetch first 20 rows only")
                .query(LetterRuns::progress)
                .list();
    }

    /** The letters of a run that could not be made ready, at most 200. */
    @Transactional(readOnly = true)
    public List<Trouble> troubles(long run) {
        return jdbc.sql("""
                select i.letter_id, c.reference, l.kind, i.sentence from letter_run_item i
                join letter l on l.id = i.letter_id join ehc_case c on c.id = l.case_id
                where i.run_id = ? and i.state = 'FAILED' order by i.letter_id fetch first %d rows only""".formatted(MOST_TROUBLES))
                .param(run)
                .query((row, i) -> new Trouble(
                        row.getLong(1),
                        row.getString(2),
                        LetterKind.valueOf(row.getString(3)).id(),
                        row.getString(4)))
                .list();
    }

    /** Ends a run. What is ready stays ready; the rest goes out by itself, letter by letter. */
    public void cancel(long run) {
        progress(run);
        end(run, "CANCELLED");
    }

    List<Long> running() {
        return jdbc.sql("select id from letter_run where state = 'RUNNING' order by id")
                .query(Long.class)
                .list();
    }

    /** Takes a run that nobody alive is at. */
    boolean take(long run) {
        return jdbc.sql("""
                update letter_run set worked_by = ?, alive_until = ?
                where id = ? and state = 'RUNNING' and (worked_by is null or alive_until <= ?)""").params(worker, until(), run, now()).update() == 1;
    }

    /** Whether the run still goes on and is still ours. */
    boolean stay(long run) {
        return jdbc.sql("update letter_run set alive_until = ? where id = ? and state = 'RUNNING' and worked_by = ?")
                        .params(until(), run, worker)
                        .update()
                == 1;
    }

    @Transactional(readOnly = true)
    public boolean goesOn(long run) {
        return jdbc.sql("select count(*) from letter_run where id = ? and state = 'RUNNING'")
                        .param(run)
                        .query(Long.class)
                        .single()
                == 1;
    }

    List<Long> waiting(long run, int most) {
        return jdbc.sql(
                        "select letter_id from letter_run_item where run_id = ? and state = 'WAITING' order by letter_id"
                                + " fetch first " + most + " rows only")
                .param(run)
                .query(Long.class)
                .list();
    }

    void ready(long run, long letter) {
        jdbc.sql("update letter_run_item set state = 'READY' where run_id = ? and letter_id = ?")
                .params(run, letter)
                .update();
    }

    void failed(long run, long letter, String sentence) {
        jdbc.sql("update letter_run_item set state = 'FAILED', sentence = ? where run_id = ? and letter_id = ?")
                .params(sentence.length() > 500 ? sentence.substring(0, 500) : sentence, run, letter)
                .update();
    }

    void end(long run, String state) {
        jdbc.sql("update letter_run set state = ?, ended_at = ? where id = ? and state = 'RUNNING'")
                .params(state, now(), run)
                .update();
    }

    private static final String PROGRESS = """
            select r.id, r.started_by, r.started_at, r.ended_at, r.state,
                (select count(*) from letter_run_item i where i.run_id = r.id) as letters,
                (select count(*) from letter_run_item i where i.run_id = r.id and i.state = 'READY') as ready,
                (select count(*) from letter_run_item i where i.run_id = r.id and i.state = 'FAILED') as failed
            from letter_run r""";

    private static Progress progress(ResultSet row, int number) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Progress(
                row.getLong("id"),
                row.getString("started_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("state"),
                row.getInt("letters"),
                row.getInt("ready"),
                row.getInt("failed"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime until() {
        return clock.instant().plus(ALIVE).atOffset(ZoneOffset.UTC);
    }

    private static String name(String setting) {
        if (!setting.isBlank()) {
            return setting.strip().substring(0, Math.min(50, setting.strip().length()));
        }
        try {
            String host = InetAddress.getLocalHost().getHostName();
            return host.substring(0, Math.min(50, host.length()));
        } catch (UnknownHostException nameless) {
            return "node";
        }
    }
}
