package org.ehcpathway.desk;

import java.time.LocalDate;
import java.util.List;
import org.ehcpathway.desk.CaseView.Named;

/**
 * A plan in the register, and what happened or will happen to it.
 *
 * @param reviewBy the last day of the review year that runs; null when the plan has ended
 * @param endedOn null while it is in force
 */
record PlanLifeView(
        LocalDate madeOn,
        LocalDate heldSince,
        LocalDate reviewBy,
        LocalDate endedOn,
        String endedWhy,
        List<EpisodeView> episodes) {

    /**
     * @param number tells episodes of one kind apart
     * @param dueOn the last day of the limit it is for; null where none leads to it
     * @param meetingOn the day of the review meeting, arranged or held; null where there is none
     * @param outcome how it ended, as a code; null while it is not over
     */
    record EpisodeView(
            Named kind,
            String number,
            Named state,
            LocalDate dueOn,
            LocalDate openedOn,
            LocalDate meetingOn,
            LocalDate closedOn,
            String outcome) {}
}
