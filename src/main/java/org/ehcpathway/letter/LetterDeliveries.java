package org.ehcpathway.letter;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Letters that were handed over to a way which tells later what became of them, and what it told last. */
@Component
class LetterDeliveries {

    /** Nothing is told any more of a letter that is older. */
    private static final Duration WATCHED = Duration.ofDays(30);

    /** @param status what the way told last; null until it was asked */
    record Delivery(String key, long recipientId, String receipt, String status) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    LetterDeliveries(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.clock = clock;
    }

    void watch(LetterRecipient recipient, String key, String way, String receipt) {
        jdbc.sql("""
                insert into letter_delivery (idempotency_key, letter_id, recipient_id, way, receipt, handed_over_at)
                values (?, ?, ?, ?, ?, ?)""")
                .params(key, recipient.letterId(), recipient.id(), way, receipt, now())
                .update();
    }

    /** Those that have neither arrived nor failed; who was asked for longest ago comes first. */
    List<Delivery> open(String way, int most) {
        return jdbc.sql("""
                select idempotency_key, recipient_id, receipt, status from letter_delivery
                where way = ? and ended_at is null and handed_over_at > ?
                order by coalesce(asked_at, handed_over_at), idempotency_key fetch first %d rows only""".formatted(most))
                .params(way, now().minus(WATCHED))
                .query((row, i) -> new Delivery(row.getString(1), row.getLong(2), row.getString(3), row.getString(4)))
                .list();
    }

    void asked(String key) {
        jdbc.sql("update letter_delivery set asked_at = ? where idempotency_key = ?")
                .params(now(), key)
                .update();
    }

    /**
     * Keeps what was told.
     *
     * @param last whether nothing else can be told after it
     * @return whether it is news; of two nodes that are told the same at once only one has news
     */
    boolean told(String key, String status, boolean last) {
        return jdbc.sql("""
                        update letter_delivery set status = ?, ended_at = ?
                        where idempotency_key = ? and ended_at is null and (status is null or status <> ?)""").params(status, last ? now() : null, key, status).update() == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
