package org.ehcpathway.casefile;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/**
 * The papers of one member, or the minutes, as they were made. Never changed: later papers of the same reader are a new one.
 *
 * @param memberId whose papers; null for minutes
 * @param contentId the bytes, which members who may see the same share
 */
public record PanelPaper(
        @Id Long id, Long sittingId, Kind kind, Long memberId, int templateVersion, Long contentId, Instant madeAt) {

    public enum Kind {
        PAPERS,
        MINUTES
    }
}
