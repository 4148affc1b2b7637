package org.ehcpathway.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * What came of the conversation that a family was offered after a decision not to assess or not to issue a plan (S-15). Never
 * changed.
 *
 * @param decisionId the decision it was about
 * @param way call or meeting; null where none was held
 * @param onDay the day it was held, or the family declined, or was tried last
 * @param tookPart who took part; null where none was held
 * @param missed what the council had missed, in words; may be null
 * @param newEvidence whether there is evidence that the council had not seen, so that a manager looks again
 */
public record Conversation(
        @Id Long id,
        Long decisionId,
        Answer answer,
        Way way,
        LocalDate onDay,
        String tookPart,
        String missed,
        boolean newEvidence,
        String recordedBy,
        Instant recordedAt) {

    /** What the family made of the offer. */
    public enum Answer {
        HELD("Held"),
        NOT_WANTED("The family does not want one"),
        NOT_REACHED("The family could not be reached");

        private final String title;

        Answer(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** How people spoke with each other. */
    public enum Way {
        CALL,
        MEETING
    }
}
