package org.ehcpathway.statute;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * One continuous absence from the council's area.
 *
 * @param from first day away
 * @param to last day away, itself included
 */
public record Absence(LocalDate from, LocalDate to, AffectedPerson who) {

    static final int FOUR_WEEKS = 28;
    static final int TWO_WEEKS = 14;

    public Absence {
        Claimed.day(from, "the first day away from the council's area");
        Claimed.day(to, "the last day away from the council's area");
        Claimed.chosen(who, "who was away");
        if (to.isBefore(from)) {
            throw new Refusal("Check the last day away; it is before the first.");
        }
    }

    /** Calendar days, both ends included. */
    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** @param atLeast calendar days in a row that must lie inside the period */
    ExceptionFinding test(String exception, int atLeast, MeasuredPeriod period) {
        if (!period.countsAbsenceOf(who)) {
            boolean detained = period.person().counts(who);
            return ExceptionFinding.no(
                    exception,
                    "%s, so an absence of %s from %s to %s is no ground (%s)."
                            .formatted(
                                    detained
                                            ? "For a detained person only an absence of the child's parent counts"
                                            : period.person().whoCounts(),
                                    who.title(),
                                    InWords.day(from),
                                    InWords.day(to),
                                    detained ? "SI 2015/62" : "SI 2014/1530 Sch 3 Part 3"));
        }
        long inside = period.daysInside(from, to);
        String away = "away from %s to %s".formatted(InWords.day(from), InWords.day(to));
        if (inside < atLeast) {
            return ExceptionFinding.no(
                    exception,
                    "Of the %s %s, %d lie inside %s and %s needs at least %d in a row, so it may not be relied on."
                            .formatted(
                                    InWords.amount((int) days(), "day"),
                                    away,
                                    inside,
                                    period.inWords(),
                                    exception,
                                    atLeast));
        }
        ExceptionFinding yes = ExceptionFinding.yes(
                exception,
                "Of the %s %s, %d lie inside %s, at least %d as %s needs, so it may be relied on."
                        .formatted(
                                InWords.amount((int) days(), "day"),
                                away,
                                inside,
                                period.inWords(),
                                atLeast,
                                exception));
        if (period.contestedAfter() == null) {
            return yes;
        }
        long uncontested = period.uncontested().daysInside(from, to);
        return uncontested >= atLeast
                ? yes
                : yes.toBeChecked(
                        "On a second reading only the 16 weeks to %s count, and only %s of the absence lie inside them (A-38)."
                                .formatted(
                                        InWords.day(period.contestedAfter()),
                                        InWords.amount((int) uncontested, "day")));
    }
}
