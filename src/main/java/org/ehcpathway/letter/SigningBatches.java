package org.ehcpathway.letter;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Routine letters that one person signs in one act. Which of them are read first is drawn by lot, not chosen; who read which, and what
 * became of each, is kept.
 */
@Service
@Transactional
public class SigningBatches {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final int sampleOneIn;
    private final SecureRandom lot = new SecureRandom();

    SigningBatches(JdbcTemplate jdbc, Clock clock, SendingSettings settings) {
        this.jdbc = JdbcClient.create(jdbc);
        this.clock = clock;
        this.sampleOneIn = settings.sampleOneIn();
    }

    /** A letter that waits to be signed, and the task that signs it. */
    public record Candidate(long letterId, String taskId) {}

    /**
     * @param signedAt null until the letters were signed
     */
    public record Batch(long id, String drawnBy, Instant drawnAt, Instant signedAt, List<Entry> letters) {

        public List<Entry> sample() {
            return letters.stream().filter(Entry::sampled).toList();
        }

        /** Whether every letter of the sample has been opened. */
        public boolean isRead() {
            return sample().stream().allMatch(entry -> entry.readAt() != null);
        }

        public long signed() {
            return letters.stream()
                    .filter(entry -> "SIGNED".equals(entry.result()))
                    .count();
        }
    }

    /**
     * @param child name of the child or young person the letter is about
     * @param sampled whether the lot fell on it, so that it must be read before any is signed
     * @param readAt null until the person opened it
     * @param result SIGNED or NOT_SIGNED; null until then
     * @param sentence why it was not signed; null when it was
     */
    public record Entry(
            long letterId,
            String reference,
            String child,
            String kind,
            String title,
            String taskId,
            boolean sampled,
            Instant readAt,
            String result,
            String sentence) {}

    /**
     * Draws the sample: one in {@code ehc.letters.sample-one-in}, at least one.
     *
     * @throws Refusal when there is nothing to sign
     */
    public long draw(List<Candidate> candidates, String by) {
        if (candidates.isEmpty()) {
            throw new Refusal("No letter that may be signed together with others waits for you.");
        }
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into signing_batch (drawn_by, drawn_at) values (?, ?)")
                .params(by, now())
                .update(key, "id");
        long batch = key.getKey().longValue();
        Set<Long> sample = sample(candidates);
        for (Candidate candidate : candidates) {
            jdbc.sql("insert into signing_batch_letter (batch_id, letter_id, task_id, sampled) values (?, ?, ?, ?)")
                    .params(batch, candidate.letterId(), candidate.taskId(), sample.contains(candidate.letterId()))
                    .update();
        }
        return batch;
    }

    /**
     * The batch, for the person who drew it.
     *
     * @throws NotAllowed for everybody else: who signs has read the sample himself
     */
    @Transactional(readOnly = true)
    public Batch batch(long id, String by) {
        Batch found = jdbc.sql("select * from signing_batch where id = ?")
                .param(id)
                .query((row, i) -> new Batch(
                        id,
                        row.getString("drawn_by"),
                        instant(row, "drawn_at"),
                        instant(row, "signed_at"),
                        letters(id)))
                .optional()
                .orElseThrow(() -> new Refusal("There is no such list of letters to sign."));
        if (!found.drawnBy().equals(by)) {
            throw new NotAllowed("These letters are being signed by somebody else, who has read the sample.");
        }
        return found;
    }

    /** The batch that this person has drawn last and not signed yet. */
    @Transactional(readOnly = true)
    public Optional<Long> open(String by) {
        return jdbc.sql("select id from signing_batch where drawn_by = ? and signed_at is null order by id desc"
                        + " fetch first 1 row only")
                .param(by)
                .query(Long.class)
                .optional();
    }

    /** Keeps that the person has opened a letter. */
    public void read(long batch, long letterId, String by) {
        batch(batch, by);
        jdbc.sql("update signing_batch_letter set read_at = ? where batch_id = ? and letter_id = ? and read_at is null")
                .params(now(), batch, letterId)
                .update();
    }

    /** @param sentence why it was not signed; null when it was */
    public void result(long batch, long letterId, String sentence) {
        jdbc.sql("update signing_batch_letter set result = ?, sentence = ? where batch_id = ? and letter_id = ?")
                .params(
                        sentence == null ? "SIGNED" : "NOT_SIGNED",
                        sentence == null || sentence.length() <= 500 ? sentence : sentence.substring(0, 500),
                        batch,
                        letterId)
                .update();
    }

    /** Every letter has its result. */
    public void signed(long batch) {
        jdbc.sql("update signing_batch set signed_at = ? where id = ? and signed_at is null")
                .params(now(), batch)
                .update();
    }

    private Set<Long> sample(List<Candidate> candidates) {
        List<Long> shuffled =
                new ArrayList<>(candidates.stream().map(Candidate::letterId).toList());
        Collections.shuffle(shuffled, lot);
        int size = Math.max(1, (shuffled.size() + sampleOneIn - 1) / sampleOneIn);
        return new HashSet<>(shuffled.subList(0, size));
    }

    private List<Entry> letters(long batch) {
        return jdbc.sql("""
                select b.*, c.reference, l.kind, p.first_names, p.last_name from signing_batch_letter b
                join letter l on l.id = b.letter_id join ehc_case c on c.id = l.case_id join person p on p.id = c.person_id
                where b.batch_id = ? order by b.sampled desc, b.id""")
                .param(batch)
                .query((row, i) -> {
                    LetterKind kind = LetterKind.valueOf(row.getString("kind"));
                    return new Entry(
                            row.getLong("letter_id"),
                            row.getString("reference"),
                            row.getString("first_names") + " " + row.getString("last_name"),
                            kind.id(),
                            kind.title(),
                            row.getString("task_id"),
                            row.getBoolean("sampled"),
                            instant(row, "read_at"),
                            row.getString("result"),
                            row.getString("sentence"));
                })
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
