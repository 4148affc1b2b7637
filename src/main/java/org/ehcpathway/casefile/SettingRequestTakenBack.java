package org.ehcpathway.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * That a family took a request for a setting back. Never changed.
 *
 * @param saidBy who of the family said so
 */
public record SettingRequestTakenBack(
        @Id Long id,
        Long caseId,
        Long requestId,
        String saidBy,
        LocalDate saidOn,
        String recordedBy,
        Instant recordedAt) {}
