package org.ehcpathway.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.ehcpathway.casefile.Channel;
import org.ehcpathway.statute.WorkingDays;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The council's own print room: letters are collected through the working day and leave together. A letter that comes after the
 * closing, or on a day without post, waits and is dated with the day on which it really leaves.
 */
@Component
class PrintRun implements Carrier {

    private static final LocalTime OPENS = LocalTime.of(6, 0);

    private final JdbcTemplate jdbc;
    private final WorkingDays workingDays;
    private final Clock clock;
    private final LocalTime closes;
    private final TransactionTemplate alone;

    PrintRun(
            JdbcTemplate jdbc,
            WorkingDays workingDays,
            Clock clock,
            SendingSettings settings,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.workingDays = workingDays;
        this.clock = clock;
        this.closes = settings.printRun().closes();
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public String id() {
        return "print-run";
    }

    @Override
    public boolean carries(Channel channel) {
        return channel == Channel.POST;
    }

    @Override
    public Optional<String> lacks(Channel channel) {
        return Optional.empty();
    }

    @Override
    public boolean keepsTrace() {
        return true;
    }

    @Override
    public Optional<HandedOver> handedOver(Sought sought) {
        return jdbc
                .query(
                        "select run_day from print_item where idempotency_key = ?",
                        (row, i) -> row.getObject(1, LocalDate.class),
                        sought.key())
                .stream()
                .findFirst()
                .map(PrintRun::handedOver);
    }

    @Override
    public HandedOver handOver(Consignment letter) {
        LocalDate day = letter.sentOn();
        if (!workingDays.isWorkingDay(day) || !LocalTime.now(clock).isBefore(closes)) {
            throw nextTime(day);
        }
        open(day);
        try {
            return alone.execute(status -> collect(letter, day));
        } catch (DuplicateKeyException already) {
            return handedOver(new Sought(letter.key(), letter.sha256(), letter.channel()))
                    .orElseThrow(() -> already);
        }
    }

    private void open(LocalDate day) {
        if (jdbc.queryForObject("select count(*) from print_run where run_day = ?", Long.class, day) == 0) {
            try {
                alone.executeWithoutResult(status -> jdbc.update("insert into print_run (run_day) values (?)", day));
            } catch (DuplicateKeyException anotherHasOpenedIt) {
                // It is open, which is all that was wanted.
            }
        }
    }

    /** Holds the day's row, so that nothing slips in between the closing and the writing of the file. */
    private HandedOver collect(Consignment letter, LocalDate day) {
        OffsetDateTime closed = jdbc.queryForObject(
                "select closed_at from print_run where run_day = ? for update", OffsetDateTime.class, day);
        if (closed != null) {
            throw nextTime(day);
        }
        jdbc.update(
                "insert into print_item (idempotency_key, run_day, letter_id, recipient_id, document_id, added_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                letter.key(),
                day,
                letter.letterId(),
                letter.recipientId(),
                letter.documentId(),
                clock.instant().atOffset(ZoneOffset.UTC));
        return handedOver(day);
    }

    private NotToday nextTime(LocalDate day) {
        return new NotToday(LocalDateTime.of(workingDays.plus(day, 1), OPENS));
    }

    private static HandedOver handedOver(LocalDate day) {
        return new HandedOver(day, "print run of " + day);
    }
}
