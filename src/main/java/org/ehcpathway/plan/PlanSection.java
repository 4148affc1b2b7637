package org.ehcpathway.plan;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/**
 * The words of one section of one version.
 *
 * @param counter goes up with every save, so that a stale save is seen
 */
public record PlanSection(
        @Id Long id, Long versionId, PlanPart part, String words, int counter, String editedBy, Instant editedAt) {

    PlanSection rewritten(String newWords, String by, Instant at) {
        return new PlanSection(id, versionId, part, newWords, counter + 1, by, at);
    }

    PlanSection copiedTo(Long version) {
        return new PlanSection(null, version, part, words, 0, editedBy, editedAt);
    }
}
