package org.ehcpathway.statute;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A setting that was closed while its advice was wanted.
 *
 * @param firstClosedDay first day of the closure, days of the week on which it would be closed anyhow included as they fall
 * @param reopens the day it opens again
 * @param adviceAskedOn the day the council asked it for advice: the head or principal, or whoever is responsible for the
 *     child's education at an early years provider
 */
public record Closure(LocalDate firstClosedDay, LocalDate reopens, LocalDate adviceAskedOn) {

    /** "A continuous period of not less than 4 weeks". */
    private static final int AT_LEAST_DAYS = 28;

    private static final int WINDOW_AHEAD_DAYS = 7;

    public Closure {
        Claimed.day(firstClosedDay, "the first day of the closure");
        Claimed.day(reopens, "the day of re-opening");
        Claimed.day(adviceAskedOn, "the day the advice was asked for");
        if (!reopens.isAfter(firstClosedDay)) {
            throw new Refusal("Check the day of re-opening; it is not after the first day of the closure.");
        }
    }

    /** How long the setting was closed, in calendar days. */
    public long days() {
        return ChronoUnit.DAYS.between(firstClosedDay, reopens);
    }

    /** First day on which a request for advice met the closure. */
    public LocalDate windowFrom() {
        return firstClosedDay.minusDays(WINDOW_AHEAD_DAYS);
    }

    /** Last such day, itself included. */
    public LocalDate windowTo() {
        return reopens.minusDays(WINDOW_AHEAD_DAYS);
    }

    ExceptionFinding test(String exception, MeasuredPeriod period) {
        String closed =
                "closure from %s to %s".formatted(InWords.day(firstClosedDay), InWords.day(reopens.minusDays(1)));
        if (days() < AT_LEAST_DAYS) {
            return ExceptionFinding.no(
                    exception,
                    "The %s lasts %s and %s needs at least %d, so it may not be relied on."
                            .formatted(closed, InWords.amount((int) days(), "day"), exception, AT_LEAST_DAYS));
        }
        String window = "the window from %s to %s".formatted(InWords.day(windowFrom()), InWords.day(windowTo()));
        if (adviceAskedOn.isBefore(windowFrom()) || adviceAskedOn.isAfter(windowTo())) {
            return ExceptionFinding.no(
                    exception,
                    "The advice was asked for on %s, outside %s, so %s may not be relied on."
                            .formatted(InWords.day(adviceAskedOn), window, exception));
        }
        // The law ties the closure to the request for advice alone; but what lay wholly outside cannot have been the
        // cause.
        if (adviceAskedOn.isAfter(period.due()) || !period.touches(firstClosedDay, reopens.minusDays(1))) {
            return ExceptionFinding.no(
                    exception,
                    "With the advice asked for on %s, the %s cannot have held up an act due on %s."
                            .formatted(InWords.day(adviceAskedOn), closed, InWords.day(period.due())));
        }
        return ExceptionFinding.yes(
                exception,
                "The advice was asked for on %s, inside %s, and the closure lasts %s, so %s may be relied on."
                        .formatted(InWords.day(adviceAskedOn), window, InWords.amount((int) days(), "day"), exception));
    }
}
