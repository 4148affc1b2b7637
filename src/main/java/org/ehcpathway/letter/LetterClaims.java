package org.ehcpathway.letter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets one at a time send a letter, on all nodes together: a job of the engine and a run of many letters may come to it at once.
 * Whoever dies with a claim loses it after five minutes, as a job does.
 */
@Component
class LetterClaims {

    private static final Duration LASTS = Duration.ofMinutes(5);

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final TransactionTemplate alone;

    LetterClaims(JdbcTemplate jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @throws ChannelUnavailable when somebody else is at it */
    <T> T holding(long letterId, Supplier<T> work) {
        String claim = UUID.randomUUID().toString();
        try {
            alone.executeWithoutResult(status -> take(letterId, claim));
        } catch (DataIntegrityViolationException taken) {
            throw new ChannelUnavailable("The letter is being sent at this moment.", taken);
        }
        try {
            return work.get();
        } finally {
            alone.executeWithoutResult(status ->
                    jdbc.update("delete from letter_claim where letter_id = ? and claimed_by = ?", letterId, claim));
        }
    }

    /** Whether somebody is sending the letter at this moment. */
    boolean isHeld(long letterId) {
        Integer held = jdbc.queryForObject(
                "select count(*) from letter_claim where letter_id = ? and until > ?",
                Integer.class,
                letterId,
                clock.instant().atOffset(ZoneOffset.UTC));
        return held != null && held > 0;
    }

    private void take(long letterId, String claim) {
        Instant now = clock.instant();
        jdbc.update(
                "delete from letter_claim where letter_id = ? and until <= ?", letterId, now.atOffset(ZoneOffset.UTC));
        jdbc.update(
                "insert into letter_claim (letter_id, claimed_by, until) values (?, ?, ?)",
                letterId,
                claim,
                now.plus(LASTS).atOffset(ZoneOffset.UTC));
    }
}
