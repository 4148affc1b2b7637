package org.ehcpathway.statute;

import java.time.LocalDate;
import java.util.List;

/**
 * One version of one rule about time, or of one part of it: a row of {@code processes/timescales.dmn}.
 *
 * @param rule rule id, such as REQ-04
 * @param part which part of a rule with several limits, such as "stage 1 reply"; empty for the rule itself
 * @param validFrom first day on which a clock may start under this version
 * @param validTo last such day; null while the version is open
 * @param counting kind and amount, such as W(6); ASAP or NONE where the law sets no number
 * @param event name of what happens on the first day, such as request: rows with the same name start together
 * @param clockStartsOn what the first day is, as a phrase: "the day the draft plan was served"
 * @param furtherFacts further dates that move the result when they are known, such as the certificate's
 * @param who who must act, or may
 * @param duty what must happen
 * @param letter letter ids, empty where there is none
 * @param exceptions ids of the exceptions that may excuse a late act, such as EX-1
 * @param leadsTo names of the events that the act makes happen, and with them the clocks that start then
 * @param workBack ids of the rules whose periods must lie before the last day, the last first
 * @param source the provision
 * @param missed what a miss means in law
 * @param warnDays calendar days before the due day on which to warn
 * @param note why there is no number, or which of two readings was taken; empty where there is nothing to say
 */
public record Timescale(
        String rule,
        String part,
        LocalDate validFrom,
        LocalDate validTo,
        String counting,
        String event,
        String clockStartsOn,
        List<Fact> furtherFacts,
        String who,
        String duty,
        String letter,
        List<String> exceptions,
        List<String> leadsTo,
        List<String> workBack,
        String source,
        String missed,
        int warnDays,
        String note) {

    /**
     * A further date of a rule.
     *
     * @param name the name under which it is given, such as certificate
     * @param meaning what date it is, as a phrase
     */
    public record Fact(String name, String meaning) {}

    public Timescale {
        furtherFacts = List.copyOf(furtherFacts);
        exceptions = List.copyOf(exceptions);
        leadsTo = List.copyOf(leadsTo);
        workBack = List.copyOf(workBack);
    }

    /** The rule with the day from which this version holds, as deadlines store it: PLAN-06@2014-09-01. */
    public String version() {
        return title() + "@" + validFrom;
    }

    /** The rule as people read it: PLAN-06, or OTH-03 (stage 1 reply). */
    public String title() {
        return part.isEmpty() ? rule : rule + " (" + part + ")";
    }

    /** The period in a few words, such as "6 weeks". */
    public String inShort() {
        return Counting.parse(counting).inShort();
    }

    boolean holdsFor(LocalDate clockStart) {
        return !clockStart.isBefore(validFrom) && (validTo == null || !clockStart.isAfter(validTo));
    }
}
