package org.ehcpathway.pathway;

import java.time.LocalDate;

/**
 * A task the signed-in person may see, with what the page of its case needs to know.
 *
 * @param reference the case it belongs to
 * @param form id of the form that completes it; null when the task has none of ours
 * @param due the day it is due; null where it has none
 * @param adviceId the advice it asks for, or null
 * @param letterId the letter it is about, or null
 * @param uploadedDocumentId the paper uploaded for it last, or null
 */
public record TaskAtHand(
        String id,
        String name,
        String reference,
        String form,
        LocalDate due,
        Long adviceId,
        Long letterId,
        Long uploadedDocumentId) {

    /** Whether this is the task of the form with this id. */
    public boolean isFor(String formId) {
        return formId.equals(form);
    }
}
