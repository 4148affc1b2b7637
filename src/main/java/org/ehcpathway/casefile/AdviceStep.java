package org.ehcpathway.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * Something that happened with one piece of advice beside its being asked for and received. Never changed.
 *
 * @param onDay the day it happened
 * @param who whom it was with, such as the person reminded or satisfied; may be null
 * @param how how, why, or what was said; may be null
 * @param documentId the paper it is about: of a replacement the report that was replaced; may be null
 * @param words of a replacement the advice in words that was replaced; may be null
 * @param earlierDay of a replacement the day on which the report that was replaced had come; may be null
 */
public record AdviceStep(
        @Id Long id,
        Long adviceId,
        What what,
        LocalDate onDay,
        String who,
        String how,
        Long documentId,
        String words,
        LocalDate earlierDay,
        String recordedBy,
        Instant recordedAt) {

    /** What can happen with advice. */
    public enum What {
        /** Regulation 6(4): the three who must be satisfied that existing advice is enough. */
        GIVER_SATISFIED("Who gave it is satisfied that it is enough"),
        COUNCIL_SATISFIED("The council is satisfied that it is enough"),
        FAMILY_SATISFIED("The family is satisfied that it is enough"),
        REUSED("Existing advice taken; not asked for again (regulation 6(4))"),
        NOT_REASONABLE("The council does not ask, and told the family why"),
        ADDED_LATER("Added after the first requests had gone"),
        REMINDED("Reminded"),
        ESCALATED("Late: told to who answers for the adviser"),
        CHASED("Chased"),
        REPLACED("Report replaced by another one"),
        PASSED_ON("Later evidence of the family passed on (regulation 6(3))"),
        LOOKED_AT("Late advice looked at"),
        /** Regulation 8(2): {@code who} is the ground, {@code onDay} the first day of it. */
        EXCEPTION_CLAIMED("Exception to the six weeks claimed"),
        EXCEPTION_APPROVED("Exception to the six weeks relied on; the date is kept, the advice still owed"),
        EXCEPTION_REFUSED("Exception to the six weeks refused");

        private final String title;

        What(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
