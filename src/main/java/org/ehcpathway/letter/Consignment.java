package org.ehcpathway.letter;

import java.time.LocalDate;
import java.util.List;
import org.ehcpathway.casefile.Channel;

/**
 * A letter to one recipient, ready to leave the house.
 *
 * @param key the idempotency key: a second consignment with the same key is the same letter
 * @param letterId only for ways inside the house
 * @param sentOn the date on the letter
 * @param addressLines the postcode last; empty for somebody who is reached by email alone
 */
record Consignment(
        String key,
        long letterId,
        long recipientId,
        String reference,
        String kind,
        String title,
        Channel channel,
        String name,
        List<String> addressLines,
        String email,
        LocalDate sentOn,
        long documentId,
        String sha256,
        byte[] pdf,
        List<Paper> enclosures) {

    /** A paper in the same envelope. */
    record Paper(String fileName, String title, String mediaType, String sha256, byte[] content) {

        boolean isPdf() {
            return mediaType.equals("application/pdf");
        }
    }
}
