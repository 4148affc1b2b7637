package org.ehcpathway.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * Something somebody asked the service (S-08). Never changed; what was done about it is its {@link EnquiryEvent}s.
 *
 * @param caseId null when it is about no case
 * @param due the last day for the answer: 5 working days after the day it was received
 * @param reach how to reach who asks
 * @param cameBy null when that is not known
 * @param words what is asked, word for word
 */
public record Enquiry(
        @Id Long id,
        Long caseId,
        String team,
        LocalDate receivedOn,
        LocalDate due,
        String askedBy,
        String reach,
        CameBy cameBy,
        String words,
        String recordedBy,
        Instant recordedAt) {

    /** How it is called, such as ENQ-00042. */
    public String reference() {
        return "ENQ-%05d".formatted(id);
    }
}
