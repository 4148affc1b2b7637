package org.ehcpathway.statute;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The period of one limit of one case, on which an exception is tested. Each limit is tested on its own.
 *
 * @param rule rule id, such as PLAN-06
 * @param clockStart the day of the event the period counts from; it is not counted itself
 * @param due its last day; null where the rule sets no date
 * @param contestedAfter the last day that counts on every reading, where a second reading ends the period earlier;
 *     null elsewhere
 * @param person whose case it is
 */
record MeasuredPeriod(
        String rule, LocalDate clockStart, LocalDate due, LocalDate contestedAfter, PersonConcerned person) {

    /** The same period, ended on the day on which all readings agree. */
    MeasuredPeriod uncontested() {
        return new MeasuredPeriod(rule, clockStart, contestedAfter, null, person);
    }

    boolean touches(LocalDate from, LocalDate to) {
        return daysInside(from, to) > 0;
    }

    /** Calendar days of a stretch, both ends included, that lie inside the period; {@code to} null: it goes on. */
    long daysInside(LocalDate from, LocalDate to) {
        LocalDate first = from.isAfter(clockStart) ? from : clockStart.plusDays(1);
        LocalDate last = to == null || to.isAfter(due) ? due : to;
        return Math.max(0, ChronoUnit.DAYS.between(first, last) + 1);
    }

    /** The regulations on detained persons print the absence of the child's parent alone (SI 2015/62 regs 5(4), 10(4), 29). */
    boolean countsAbsenceOf(AffectedPerson who) {
        if (!rule.startsWith("DET-")) {
            return person.counts(who);
        }
        // Reg 8(2) of that instrument, for the advice of a body, names the alternative person too.
        boolean standIn = rule.equals("DET-03") && who == AffectedPerson.ALTERNATIVE_PERSON;
        return person.counts(who) && (who == AffectedPerson.PARENT || standIn);
    }

    String inWords() {
        return "the period from " + InWords.day(clockStart) + " to " + InWords.day(due);
    }
}
