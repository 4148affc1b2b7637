package org.ehcpathway.casefile;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/**
 * What happened to a case before the panel. Never changed.
 *
 * @param sittingId the sitting it happened at or for; null when at none
 * @param agendaNumber the place the case had on that agenda; may be null
 * @param words what was missing, or why; may be null
 * @param recommendationId what was recommended; null unless something was
 */
public record PanelEvent(
        @Id Long id,
        Long itemId,
        Long sittingId,
        What what,
        String words,
        Integer agendaNumber,
        Long recommendationId,
        String by,
        Instant at) {

    public enum What {
        WAITS("Waits for the panel"),
        ON_AGENDA("On the agenda"),
        RECOMMENDED("Recommendation made"),
        DEFERRED("Deferred for more information"),
        NOT_REACHED("Not reached"),
        PUT_BACK("Put back"),
        TO_MANAGER("Gone to the manager without the panel"),
        WITHDRAWN("Withdrawn");

        private final String title;

        What(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
