package org.ehcpathway.plan.grounds;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/**
 * What one change since the served draft rests on, as it was said when the version was prepared. Never changed; what was said last
 * of a place counts.
 *
 * @param place the item, such as F2; the section, such as A, for its words; OLD F2 for an item that was taken out
 */
public record DraftChange(
        @Id Long id,
        Long caseId,
        Long versionId,
        String place,
        RestsOn restsOn,
        String recordedBy,
        Instant recordedAt) {}
