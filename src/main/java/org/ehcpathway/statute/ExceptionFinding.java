package org.ehcpathway.statute;

import java.time.LocalDate;

/**
 * Whether an exception may be relied on for a limit. The original due date stays what it is, whatever the finding.
 *
 * @param exception id, EX-1 to EX-9
 * @param mayBeReliedOn whether the facts fulfil the condition of the law
 * @param reason one sentence with the dates that decided it
 * @param humanCheck a sentence for a person to weigh, where the finding rests on one of two readings of the law; null
 *     elsewhere
 * @param newDate the date that now stands beside the original one; only for EX-8 and EX-9, null elsewhere
 */
public record ExceptionFinding(
        String exception, boolean mayBeReliedOn, String reason, String humanCheck, LocalDate newDate) {

    static ExceptionFinding yes(String exception, String reason) {
        return new ExceptionFinding(exception, true, reason, null, null);
    }

    static ExceptionFinding no(String exception, String reason) {
        return new ExceptionFinding(exception, false, reason, null, null);
    }

    ExceptionFinding toBeChecked(String sentence) {
        return new ExceptionFinding(exception, mayBeReliedOn, reason, sentence, newDate);
    }

    ExceptionFinding until(LocalDate date) {
        return new ExceptionFinding(exception, mayBeReliedOn, reason, humanCheck, date);
    }
}
