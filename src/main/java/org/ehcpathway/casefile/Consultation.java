package org.ehcpathway.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * One time the family was asked for its answer before the council decides whether to assess. Never changed.
 *
 * @param sentOn the day the letter was sent
 * @param answerBy the last day that was given to the family
 */
public record Consultation(
        @Id Long id, Long caseId, On about, LocalDate sentOn, LocalDate answerBy, Instant recordedAt) {

    /** What the family was asked about. */
    public enum On {
        /** Whether a plan may be needed, by letter L-01 (section 36(4), REQ-01). */
        REQUEST("whether a plan may be needed"),
        /** Views and evidence, by letter L-02 (section 36(7), REQ-02). */
        ASSESSMENT("its views and evidence");

        private final String title;

        On(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
