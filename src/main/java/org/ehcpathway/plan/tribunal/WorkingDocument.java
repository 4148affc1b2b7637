package org.ehcpathway.plan.tribunal;

import java.time.Instant;

/**
 * One round of the working document of an appeal. Never changed: every change makes the next round.
 *
 * @param versionId the version of the plan it works on
 * @param round from 1, for each version
 * @param sender whose changes this round brought
 * @param documentId the Word document
 * @param receivedId the file as it came in; null for a round that was made here
 */
public record WorkingDocument(
        Long id,
        Long caseId,
        Long versionId,
        int round,
        Side sender,
        Long documentId,
        Long receivedId,
        WorkingText text,
        String madeBy,
        Instant madeAt) {

    public String title() {
        return "Working document, round " + round;
    }
}
