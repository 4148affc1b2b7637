package org.ehcpathway.plan.tribunal;

import java.util.List;

/**
 * What a document that came back says, for a person to check.
 *
 * @param reference the case it says it belongs to; null when it says none
 * @param round the round it says it is; null when it says none
 * @param loose everything without a place, of earlier rounds too
 * @param newlyLoose what this document brought without a place
 */
public record Received(
        String reference, Integer round, List<Answer> answers, List<Loose> loose, List<Loose> newlyLoose) {

    /** A place before and after, and what to look at. */
    public record Answer(Position before, Position after, List<Note> notes) {

        /** Whether the document changes anything here, or says something about it. */
        public boolean isOfInterest() {
            return !notes.isEmpty() || !before.pieces().equals(after.pieces());
        }
    }
}
