package org.ehcpathway.casefile;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/**
 * That somebody compared a request with another case. Never changed.
 *
 * @param otherCaseId the case of the same person; null when it was found to be somebody else
 */
public record SamePersonCheck(
        @Id Long id, Long caseId, Long otherCaseId, String reasons, String checkedBy, Instant checkedAt) {}
