package org.ehcpathway.statute;

import java.time.LocalDate;
import java.util.List;

/**
 * One version of one rule about time: a row of {@code processes/timescales.dmn}.
 *
 * @param rule rule id, such as REQ-04
 * @param validFrom first day on which a clock may start under this version
 * @param validTo last such day; null while the version is open
 * @param counting kind and amount, such as W(6); ASAP where the law sets no number
 * @param clockStartsOn what the first day is, as a phrase: "the day the draft plan was served"
 * @param furtherFacts names of further days that move the result when they are known, such as certificate
 * @param who who must act, or may
 * @param duty what must happen
 * @param letter letter ids, empty where there is none
 * @param exceptions ids of the exceptions that may excuse a late act, such as EX-1
 * @param source the provision
 * @param missed what a miss means in law
 * @param warnDays calendar days before the due day on which to warn
 * @param note why there is no number, or which of two readings was taken; empty where there is nothing to say
 */
public record Timescale(
        String rule,
        LocalDate validFrom,
        LocalDate validTo,
        String counting,
        String clockStartsOn,
        List<String> furtherFacts,
        String who,
        String duty,
        String letter,
        List<String> exceptions,
        String source,
        String missed,
        int warnDays,
        String note) {

    public Timescale {
        furtherFacts = List.copyOf(furtherFacts);
        exceptions = List.copyOf(exceptions);
    }

    /** The rule with the day from which this version holds, as deadlines store it: PLAN-06@2014-09-01. */
    public String version() {
        return rule + "@" + validFrom;
    }

    boolean holdsFor(LocalDate clockStart) {
        return !clockStart.isBefore(validFrom) && (validTo == null || !clockStart.isAfter(validTo));
    }
}
