package org.ehcpathway.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * One step with a meeting that the family asked for (regulation 13(1)(a)(ii); PLAN-05). Never changed.
 *
 * @param onDay the day it was asked for, is arranged for, was held, or was given up
 * @param place only of a meeting that is arranged
 * @param who who asked, who took part, or who of the family gave it up
 * @param words what came of it; of a meeting that was held
 */
public record MeetingStep(
        @Id Long id,
        Long caseId,
        MeetingMove move,
        LocalDate onDay,
        String place,
        String who,
        String words,
        String recordedBy,
        Instant recordedAt) {}
