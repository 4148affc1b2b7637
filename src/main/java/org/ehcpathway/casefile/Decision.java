package org.ehcpathway.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * What was decided, by whom, when, on which legal ground, for which reasons, on which evidence. Never changed.
 *
 * @param episodeId the episode of the plan's life it was made in; null in the first assessment
 * @param evidence what the decision rests on; may be null
 */
public record Decision(
        @Id Long id,
        Long caseId,
        Long episodeId,
        DecisionKind kind,
        String ground,
        String reasons,
        String evidence,
        String decidedBy,
        LocalDate decidedOn,
        Instant recordedAt) {}
