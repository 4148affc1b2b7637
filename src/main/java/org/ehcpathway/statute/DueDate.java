package org.ehcpathway.statute;

import java.time.LocalDate;

/**
 * The answer of the law to "by when?".
 *
 * @param rule rule id, such as PLAN-06
 * @param ruleVersion the rule with the day from which this version of it holds, such as PLAN-06@2014-09-01
 * @param from the day the clock started
 * @param due the last day on which the act is in time; null where the law sets no number (then {@code countingInWords} says
 *     why)
 * @param warnOn the day on which to warn: the rule's warning period before {@code due}, in calendar days, but never before
 *     the clock starts; null with {@code due}
 * @param countingInWords how the day was found, in sentences for a caseworker
 * @param source the provision
 * @param alternative an earlier day to work towards, where the law can be read in two ways or the last day is one that
 *     moved; null where there is none. Never later than {@code due}
 */
public record DueDate(
        String rule,
        String ruleVersion,
        LocalDate from,
        LocalDate due,
        LocalDate warnOn,
        String countingInWords,
        String source,
        Alternative alternative) {

    /**
     * An internal target, never the legal limit.
     *
     * @param due the earlier day
     * @param reason why it is offered, one or two sentences
     */
    public record Alternative(LocalDate due, String reason) {}
}
