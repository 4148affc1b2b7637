package org.ehcpathway.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The Plan page.
 *
 * @param title what is being written, or was issued last
 * @param mayWrite whether this person may change the words now
 * @param whyNot why nobody, or not this person, can write; null when they may
 * @param faults what keeps the plan from going out
 */
record PlanView(
        String title,
        boolean mayWrite,
        String whyNot,
        List<Fault> faults,
        List<Section> sections,
        List<Version> versions) {

    /** @param part the section it is about, or null */
    record Fault(String part, String sentence) {}

    /**
     * A section as the page shows it.
     *
     * @param words what stands in the box: what is kept, or what was typed and could not be kept
     * @param counter of the words that are kept
     * @param error why what was typed was not kept; null when nothing went wrong
     * @param theirs what somebody else has kept meanwhile; null unless both have to be compared
     */
    record Section(
            String part,
            String title,
            String help,
            boolean mustBeFilled,
            String words,
            int counter,
            String editedBy,
            Instant editedAt,
            String error,
            String theirs) {}

    /** @param address of its PDF; null until it was issued */
    record Version(int number, String title, String state, LocalDate signedOn, String signedBy, String address) {}
}
