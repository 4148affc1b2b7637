package org.ehcpathway.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * What the family says about the next phase. Never changed; what it says later is another one. Which settings it asks for are its
 * requests for settings.
 *
 * @param words what was said or, where there is no transfer, why; may be null
 */
public record TransferWish(
        @Id Long id,
        Long episodeId,
        Answer answer,
        String words,
        String saidBy,
        LocalDate saidOn,
        String recordedBy,
        Instant recordedAt) {

    /** What the family answered. */
    public enum Answer {
        ASKS("Asks for a setting"),
        LEAVES_IT("Asks for no particular setting"),
        NO_ANSWER("Has not answered"),
        /** The year group or the setting is another one than the register shows, so that nobody transfers this year. */
        NO_TRANSFER("Does not transfer this year");

        private final String title;

        Answer(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
