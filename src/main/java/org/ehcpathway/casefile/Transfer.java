package org.ehcpathway.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.ehcpathway.statute.PhaseTransfer;
import org.springframework.data.annotation.Id;

/**
 * That a child or young person will transfer from one phase of education to the next, and when (regulation 18). Never changed.
 *
 * @param transferOn the day from which the plan is to name the new setting
 * @param fromSettingId the setting left; null where it is not known
 * @param yearGroup the national curriculum year from the day of the transfer on; Reception is 0
 */
public record Transfer(
        @Id Long id,
        Long episodeId,
        PhaseTransfer phase,
        LocalDate transferOn,
        Long fromSettingId,
        int yearGroup,
        Instant plannedAt) {}
