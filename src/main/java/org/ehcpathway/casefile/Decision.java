package org.ehcpathway.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * What was decided, by whom, when, on which legal ground, for which reasons, on which evidence. Never changed.
 *
 * @param evidence what the decision rests on; may be null
 */
public record Decision(
        @Id Long id,
        Long caseId,
        DecisionKind kind,
        String ground,
        String reasons,
        String evidence,
        String decidedBy,
        LocalDate decidedOn,
        Instant recordedAt) {}
