package org.ehcpathway.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.ehcpathway.desk.CaseView.Named;

/**
 * Something somebody asked the service, with what was done about it.
 *
 * @param caseReference null when it is about no case
 * @param cameBy null when that is not known
 * @param owner who deals with it, or dealt with it last
 * @param state OPEN, LATE, ANSWERED or REDIRECTED
 * @param done what was done, in order
 */
record EnquiryView(
        String reference,
        String caseReference,
        Named team,
        LocalDate receivedOn,
        LocalDate due,
        String askedBy,
        String reach,
        Named cameBy,
        String words,
        String owner,
        Named state,
        List<Done> done) {

    /**
     * @param toWhom who deals with it from then on; may be null
     * @param words the answer, or the reason; may be null
     */
    record Done(Named what, String toWhom, String words, String toldHow, LocalDate on, String by, Instant at) {}

    /** The class of the badge that shows the state. */
    public String badge() {
        return switch (state.code()) {
            case "LATE" -> "overdue";
            case "OPEN" -> "running";
            default -> "met";
        };
    }
}
