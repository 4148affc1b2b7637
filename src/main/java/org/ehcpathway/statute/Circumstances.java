package org.ehcpathway.statute;

import java.time.LocalDate;

/**
 * Exceptional circumstances that affect somebody. That they are exceptional is for people to judge; the dates are tested.
 *
 * @param what what they are
 * @param to last day, itself included; null while they go on
 */
public record Circumstances(String what, LocalDate from, LocalDate to, AffectedPerson whom) {

    public Circumstances {
        what = Claimed.words(what, "what the exceptional circumstances are");
        Claimed.day(from, "the day from which the circumstances affect them");
        Claimed.chosen(whom, "whom the circumstances affect");
        if (to != null && Claimed.day(to, "the last day of the circumstances").isBefore(from)) {
            throw new Refusal("Check the last day of the circumstances; it is before the first.");
        }
    }

    ExceptionFinding test(String exception, MeasuredPeriod period) {
        if (!period.person().counts(whom)) {
            return ExceptionFinding.no(
                    exception,
                    "%s, so circumstances of %s from %s on are no ground (SI 2014/1530 Sch 3 Part 3)."
                            .formatted(period.person().whoCounts(), whom.title(), InWords.day(from)));
        }
        String when = "from " + InWords.day(from) + (to == null ? " on" : " to " + InWords.day(to));
        if (!period.touches(from, to)) {
            return ExceptionFinding.no(
                    exception,
                    "The circumstances affect %s %s, outside %s, so %s may not be relied on."
                            .formatted(whom.title(), when, period.inWords(), exception));
        }
        ExceptionFinding yes = ExceptionFinding.yes(
                exception,
                "The circumstances affect %s %s, inside %s, so %s may be relied on."
                        .formatted(whom.title(), when, period.inWords(), exception));
        boolean contested =
                period.contestedAfter() != null && !period.uncontested().touches(from, to);
        return contested
                ? yes.toBeChecked(
                        "The circumstances begin after %s, and on a second reading only the 16 weeks to that day count (A-38)."
                                .formatted(InWords.day(period.contestedAfter())))
                : yes;
    }
}
