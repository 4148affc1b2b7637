package org.ehcpathway.pathway;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The one clock of the application: the file, the law and the engine read the same time, in England's time zone.
 *
 * <p>It runs with the machine unless it is {@link #standAt set}, which the demo council does to live its past and the tests
 * do to stand on a limit.
 */
public final class AdjustableClock extends Clock {

    public static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    private volatile Instant standing;

    /** Stands still at this moment in England, for our code and for the engine alike. */
    public void standAt(LocalDateTime moment) {
        standing = moment.atZone(ENGLAND).toInstant();
        ClockUtil.setCurrentTime(Date.from(standing));
    }

    /** Runs with the machine again. */
    public void run() {
        standing = null;
        ClockUtil.reset();
    }

    @Override
    public ZoneId getZone() {
        return ENGLAND;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }

    @Override
    public Instant instant() {
        Instant fixed = standing;
        return fixed != null ? fixed : Instant.now();
    }
}
