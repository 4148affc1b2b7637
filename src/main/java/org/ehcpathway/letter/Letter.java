package org.ehcpathway.letter;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One notice of one kind in one case.
 *
 * @param aboutId the advice that an L-05 asks for, null for all other kinds
 * @param freeText the next steps in the caseworker's words, null when there are none
 * @param letterDate the date on the PDF, null until it was made; of a sent letter the day of sending
 * @param signedBy user id of the signer, null while unsigned; the name and job title are printed
 */
public record Letter(
        Long id,
        Long caseId,
        LetterKind kind,
        Long aboutId,
        String freeText,
        LetterState state,
        int templateVersion,
        LocalDate letterDate,
        String preparedBy,
        Instant preparedAt,
        String signedBy,
        String signerName,
        String signerTitle,
        Instant signedAt) {}
