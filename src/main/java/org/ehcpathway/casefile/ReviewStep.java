package org.ehcpathway.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * One step of an annual review. Never changed.
 *
 * @param onDay the day of the meeting, of sending the papers, or on which the report was given
 * @param atTime when the meeting begins, such as 14:30; only of one that was arranged
 * @param place where it is, or how one joins it; only of one that was arranged
 * @param adviceBy by when those invited were asked for their advice; only of a meeting that was arranged
 * @param recommends what the report recommends; only of a report
 * @param documentId the paper of the report; null for every other step
 * @param words who came and what was said, why it was not held, what was sent round, or the changes recommended; may be null
 * @param differences where people recommended different things; null when they agreed
 */
public record ReviewStep(
        @Id Long id,
        Long episodeId,
        What what,
        LocalDate onDay,
        String atTime,
        String place,
        Holder holder,
        LocalDate adviceBy,
        Recommends recommends,
        Long documentId,
        String words,
        String differences,
        String recordedBy,
        Instant recordedAt) {

    /** The steps, in their order. */
    public enum What {
        ARRANGED("Meeting arranged"),
        PAPERS_SENT("Papers sent round"),
        HELD("Meeting held"),
        NOT_HELD("Meeting not held"),
        REPORTED("Report of the meeting");

        private final String title;

        What(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** Who holds the review (regulations 20 and 21). */
    public enum Holder {
        /** The head or principal of a school that the council can require (regulation 20(1), (12)). */
        SCHOOL_REQUIRED("The head, whom the council requires to hold it"),
        /** A college, an early years provider or an independent school, which can only be asked. */
        SETTING_ASKED("The setting, which the council asks"),
        COUNCIL("The council");

        private final String title;

        Holder(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** What a report recommends. */
    public enum Recommends {
        KEEP,
        AMEND,
        CEASE
    }
}
