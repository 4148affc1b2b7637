package org.ehcpathway.plan.check;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/**
 * That a warning was let stand, and why. Never changes; words that change since are found again.
 *
 * @param section with line and field the place, as in {@link Place}
 * @param fingerprint of the finding, and so of the words it was about
 * @param reason at least 10 characters
 */
public record PlanOverride(
        @Id Long id,
        Long versionId,
        PlanRule rule,
        String section,
        Long line,
        Place.Field field,
        String fingerprint,
        String reason,
        String madeBy,
        Instant madeAt) {}
