package org.ehcpathway.plan.grounds;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * What the responsible commissioning body agreed of section G (regulation 12(2); PLAN-12). Never changed.
 *
 * @param place the provision, such as G1; G for the section as a whole
 * @param agreedBy who agreed for the health body; null where nobody said
 */
public record HealthAgreement(
        @Id Long id,
        Long caseId,
        Long versionId,
        String place,
        String agreedBy,
        LocalDate agreedOn,
        String recordedBy,
        Instant recordedAt) {}
