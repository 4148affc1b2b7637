package org.ehcpathway.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * A manager's decision on a claimed exception. There is one for each claim, and never by the person who claimed it.
 *
 * @param claimedBy who claimed it, so that the database can hold that rule too
 * @param approved whether the council relies on the exception
 * @param targetOn the council's own date to work towards, where the limit has fallen away; never a limit; may be null
 */
public record ExceptionDecision(
        @Id Long id,
        Long claimId,
        String claimedBy,
        boolean approved,
        String reasons,
        LocalDate targetOn,
        String decidedBy,
        Instant decidedAt) {}
