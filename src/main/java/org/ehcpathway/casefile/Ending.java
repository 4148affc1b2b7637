package org.ehcpathway.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * That a request is to end, as somebody recorded it. Never changed; what a second person decided is an {@link EndingDecision}.
 *
 * @param evidence may be null
 * @param otherCouncil null unless the person moved
 * @param joinsCaseId null unless the request is a second one
 */
public record Ending(
        @Id Long id,
        Long caseId,
        EndingGround ground,
        LocalDate happenedOn,
        String toldBy,
        String toldHow,
        String evidence,
        String otherCouncil,
        Long joinsCaseId,
        String askedBy,
        Instant askedAt) {}
