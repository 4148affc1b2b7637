package org.ehcpathway.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A clock that stands still until a story moves it; at first nine in the morning of Monday 14 September 2026 in England.
 */
public final class TestClock extends Clock {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    private volatile Instant now;

    public TestClock() {
        setTo(LocalDate.of(2026, 9, 14));
    }

    /** Moves to nine in the morning of a day. */
    public void setTo(LocalDate day) {
        setTo(day.atTime(LocalTime.of(9, 0)));
    }

    /** Moves to a moment in England. */
    public void setTo(LocalDateTime moment) {
        now = moment.atZone(ENGLAND).toInstant();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ENGLAND;
    }

    /** Shows the time of England only, because every statutory day is one of England. */
    @Override
    public Clock withZone(ZoneId zone) {
        if (!zone.equals(ENGLAND)) {
            throw new IllegalArgumentException("Statutory days are days of England, not of " + zone);
        }
        return this;
    }
}
