package org.ehcpathway.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * Something that was done about an enquiry. Never changed.
 *
 * @param toWhom who deals with it from then on; null for an answer
 * @param words the answer, or the reason for passing it on, word for word; null where there is none
 * @param toldHow how the person was told; null where nothing was told
 */
public record EnquiryEvent(
        @Id Long id,
        Long enquiryId,
        What what,
        String toWhom,
        String words,
        String toldHow,
        LocalDate happenedOn,
        String by,
        Instant at) {

    public enum What {
        NAMED("Somebody was named to deal with it"),
        PASSED_ON("Passed on to a colleague"),
        REDIRECTED("Redirected to somebody else"),
        ANSWERED("Answered"),
        LATE("Not answered in time");

        private final String title;

        What(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** Whether nothing is left to be done after it. */
        boolean ends() {
            return this == ANSWERED || this == REDIRECTED;
        }
    }
}
