package org.ehcpathway.letter;

import java.time.LocalDateTime;

/** The way takes nothing more today. Nothing is wrong; the letter leaves, with that day's date, when it opens again. */
class NotToday extends RuntimeException {

    private final LocalDateTime opens;

    /** @param opens in the time of England */
    NotToday(LocalDateTime opens) {
        super("The letter goes with the next day's post.");
        this.opens = opens;
    }

    LocalDateTime opens() {
        return opens;
    }
}
