package org.ehcpathway.casefile;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/** What is kept with one decision and is not one of its reasons; at most one of each kind. Never changed. */
public record DecisionRemark(
        @Id Long id, Long decisionId, Kind kind, String words, String recordedBy, Instant recordedAt) {

    /** What the words are about. */
    public enum Kind {
        /** Why it was decided before the day by which the family was asked to answer. */
        BEFORE_ANSWER(
                "Why it was decided before the family's answer was due",
                "the reason for deciding before the family's time to answer is over"),
        /** Why words that look like a blanket policy are none in this case. */
        NO_THRESHOLD(
                "Why the reasons apply no blanket policy",
                "the reason why the words are no blanket policy in this case"),
        /** Whether more time than others of the same age is needed to complete education or training (section 36(10), REQ-07). */
        MORE_TIME(
                "More time to complete education or training (section 36(10))",
                "what was considered about more time to complete education or training"),
        /** Why the decision was taken back before anybody was told. */
        TAKEN_BACK("Taken back before anybody was told", "what has to be changed in the decision or its reasons");

        private final String title;
        private final String asked;

        Kind(String title, String asked) {
            this.title = title;
            this.asked = asked;
        }

        /** Completes "Give ...". */
        String asked() {
            return asked;
        }

        public String title() {
            return title;
        }
    }
}
