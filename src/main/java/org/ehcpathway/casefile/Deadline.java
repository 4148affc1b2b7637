package org.ehcpathway.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.data.annotation.Id;

/**
 * A statutory time limit of a case, computed once from the timescales in force on the day its clock started.
 *
 * @param episodeId the episode of the plan's life it belongs to; null for those of the first assessment
 * @param rule rule id, such as REQ-04
 * @param ruleVersion which version of the rule it was computed by
 * @param clockStart the day the period counts from
 * @param due the last day on which the duty is done in time
 * @param warnOn from this day until the due date the deadline is due soon
 * @param alternativeDue another day, where the law can be read in two ways: nearly always an earlier one to work towards;
 *     never the limit; may be null
 * @param alternativeReason why that day is shown; null with it, and for deadlines computed before this was kept
 * @param metOn the day the duty was done, or null
 * @param supersededAt when another deadline took its place or the duty ended with the case, or null while it counts
 * @param supersededWhy why, in words; null while it counts, and for deadlines superseded before this was kept
 */
public record Deadline(
        @Id Long id,
        Long caseId,
        Long episodeId,
        String rule,
        String ruleVersion,
        LocalDate clockStart,
        LocalDate due,
        LocalDate warnOn,
        LocalDate alternativeDue,
        String alternativeReason,
        LocalDate metOn,
        String metBy,
        String metHow,
        Instant supersededAt,
        String supersededWhy,
        Instant computedAt) {

    /**
     * How this deadline stands on a day by its own date, as long as no exception is relied on ({@link Limit} knows those).
     * The due date itself is in time.
     */
    public DeadlineState state(LocalDate today) {
        if (metOn != null) {
            return metOn.isAfter(due) ? DeadlineState.MET_LATE : DeadlineState.MET;
        }
        if (today.isAfter(due)) {
            return DeadlineState.OVERDUE;
        }
        return today.isBefore(warnOn) ? DeadlineState.RUNNING : DeadlineState.DUE_SOON;
    }

    /** Whether the duty is still to be done by this date: neither met nor superseded. */
    public boolean isOpen() {
        return metOn == null && supersededAt == null;
    }

    Deadline met(LocalDate on, String by, String how) {
        return with(on, by, how, supersededAt, supersededWhy);
    }

    Deadline superseded(Instant at, String why) {
        return with(metOn, metBy, metHow, at, why);
    }

    /** The same clock with a later last day; the warning keeps its distance from it. */
    Deadline extended(LocalDate to, Instant at) {
        return new Deadline(
                null,
                caseId,
                episodeId,
                rule,
                ruleVersion,
                clockStart,
                to,
                to.minusDays(ChronoUnit.DAYS.between(warnOn, due)),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                at);
    }

    private Deadline with(LocalDate newMetOn, String newMetBy, String newMetHow, Instant newSupersededAt, String why) {
        return new Deadline(
                id,
                caseId,
                episodeId,
                rule,
                ruleVersion,
                clockStart,
                due,
                warnOn,
                alternativeDue,
                alternativeReason,
                newMetOn,
                newMetBy,
                newMetHow,
                newSupersededAt,
                why,
                computedAt);
    }
}
