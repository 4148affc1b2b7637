package org.ehcpathway.statute;

import java.time.LocalDate;

/** Checks of the facts of a claim: what is missing or cannot be is refused before anything is decided on it. */
final class Claimed {

    private static final int EARLIEST_YEAR = 2014;
    private static final int LATEST_YEAR = 2100;

    private Claimed() {}

    /** A day that must be given; {@code what} completes "Give ...". */
    static LocalDate day(LocalDate day, String what) {
        if (day == null) {
            throw new Refusal("Give " + what + ".");
        }
        if (day.getYear() < EARLIEST_YEAR || day.getYear() > LATEST_YEAR) {
            throw new Refusal("Check the year of " + what + "; it lies outside 2014 to 2100.");
        }
        return day;
    }

    /** Words that must be given; {@code what} completes "Say ...". */
    static String words(String words, String what) {
        if (words == null || words.isBlank()) {
            throw new Refusal("Say " + what + ".");
        }
        return words.strip();
    }

    /** The law excuses only what was impractical because of the ground, so every such claim says why. */
    static String because(String because) {
        return words(because, "why this made it impractical to act by the due date");
    }

    static <T> T chosen(T value, String what) {
        if (value == null) {
            throw new Refusal("Choose " + what + ".");
        }
        return value;
    }
}
