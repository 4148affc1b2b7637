package org.ehcpathway.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * That a plan may have to end, and why. Never changed.
 *
 * @param happenedOn the day education or training was left, the person moved or died; null where the plan is thought no longer
 *     necessary
 * @param reasons why the council thinks of it, as the family is told
 */
public record Ceasing(
        @Id Long id,
        Long episodeId,
        CeasingGround ground,
        LocalDate happenedOn,
        String reasons,
        String askedBy,
        Instant askedAt) {}
