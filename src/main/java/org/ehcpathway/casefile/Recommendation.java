package org.ehcpathway.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * What the panel recommends to the person who decides. Never changed.
 *
 * @param provision a funding band or hours of support; may be null
 */
public record Recommendation(
        @Id Long id,
        Long caseId,
        boolean issuePlan,
        String reasons,
        String provision,
        String recordedBy,
        LocalDate madeOn,
        Instant recordedAt) {}
