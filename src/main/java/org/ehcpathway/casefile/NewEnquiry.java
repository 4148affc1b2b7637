package org.ehcpathway.casefile;

import java.time.LocalDate;

/**
 * An enquiry as it was typed, before any check.
 *
 * @param caseReference null when it is about no case
 * @param cameBy may be null
 * @param owner log-in of who deals with it
 */
public record NewEnquiry(
        String caseReference,
        String team,
        LocalDate receivedOn,
        String askedBy,
        String reach,
        CameBy cameBy,
        String words,
        String owner) {}
