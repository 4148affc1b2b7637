package org.ehcpathway.letter;

import org.ehcpathway.statute.Refusal;

/** Checks of what people type about a letter. */
final class Typed {

    private static final int LONGEST_LINE = 200;

    private Typed() {}

    /** A line that must be there, at most 200 characters, trimmed. {@code what} completes "Please give ...". */
    static String line(String value, String what) {
        if (value == null || value.isBlank()) {
            throw new Refusal("Please give " + what + ".");
        }
        if (value.strip().length() > LONGEST_LINE) {
            throw new Refusal("Please shorten " + what + " to 200 characters.");
        }
        return value.strip();
    }
}
