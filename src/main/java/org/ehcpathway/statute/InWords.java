package org.ehcpathway.statute;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and amounts as a sentence carries them. */
final class InWords {

    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

    private InWords() {}

    /** "Monday 26 October 2026". */
    static String day(LocalDate day) {
        return FULL.format(day);
    }

    /** "1 week", "6 weeks". */
    static String amount(int number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
