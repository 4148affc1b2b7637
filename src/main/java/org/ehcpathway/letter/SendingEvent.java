package org.ehcpathway.letter;

import java.time.Instant;

/**
 * Something that happened on the way of a letter to one recipient.
 *
 * @param way outbox, smtp, notify or print-run
 * @param sentence what the caseworker should know; null when there is nothing to say
 * @param by who told it; "process" for the application
 */
public record SendingEvent(
        long letterId, long recipientId, String key, String way, What what, String sentence, String by, Instant at) {

    public enum What {
        /** Stored before anything leaves. Without a later line nobody knows what became of the try. */
        STARTED("Being handed over"),
        HANDED_OVER("Handed over"),
        NOT_TAKEN("Not taken yet"),
        REFUSED("Refused"),
        UNCONFIRMED("Handed over, not confirmed"),
        FELL_BACK("Sent by post instead"),
        FOLLOWED_UP("A task asks why"),
        NOTICE_SENT("Notice by email"),
        CAME_THROUGH("Found to have left"),
        CAME_TO_NOTHING("Found not to have left"),
        /** What the way told later, while the letter has neither arrived nor failed. */
        ON_ITS_WAY("On its way"),
        DELIVERED("Delivered"),
        /** After it was handed over: it will not arrive on this way. */
        CAME_BACK("Came back");

        private final String title;

        What(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
