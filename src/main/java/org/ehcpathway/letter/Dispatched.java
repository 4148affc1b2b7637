package org.ehcpathway.letter;

import java.time.LocalDateTime;

/**
 * How far the sending of a letter has come.
 *
 * @param again for LATER the moment, in the time of England, at which the rest can leave; null otherwise
 */
public record Dispatched(How how, LocalDateTime again) {

    /** SENT to everybody; LATER the rest leaves another day; TO_BE_SETTLED a person must tell what became of a try. */
    public enum How {
        SENT,
        LATER,
        TO_BE_SETTLED
    }

    static final Dispatched SENT = new Dispatched(How.SENT, null);
    static final Dispatched TO_BE_SETTLED = new Dispatched(How.TO_BE_SETTLED, null);

    static Dispatched later(LocalDateTime again) {
        return new Dispatched(How.LATER, again);
    }
}
