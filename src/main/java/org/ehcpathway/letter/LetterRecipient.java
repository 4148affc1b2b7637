package org.ehcpathway.letter;

import java.time.Instant;
import java.time.LocalDate;
import org.ehcpathway.casefile.Address;
import org.ehcpathway.casefile.Channel;

/**
 * A person or body that a letter goes to, and what became of it.
 *
 * @param address null only for somebody who is reached by email
 * @param documentId the PDF made last, null until then; of a sent letter the PDF that was sent
 * @param sha256 of that PDF
 * @param idempotencyKey stored before anything leaves, so that a second try finds the first
 * @param sentOn the day of sending, which starts the time for an appeal
 * @param servedOn the day of service: sent by post the 2nd working day after, by email the same day
 * @param receipt where it was handed over, null until it was sent
 * @param reader whom the words speak to
 * @param standsFor the name of the person for whom the recipient acts, null for almost everybody
 */
public record LetterRecipient(
        Long id,
        Long letterId,
        String name,
        Address address,
        String email,
        RecipientRole role,
        Channel channel,
        Long documentId,
        String sha256,
        String idempotencyKey,
        Instant sentAt,
        LocalDate sentOn,
        LocalDate servedOn,
        String receipt,
        Reader reader,
        String standsFor) {

    boolean isSent() {
        return sentAt != null;
    }
}
