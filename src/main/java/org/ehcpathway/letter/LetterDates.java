package org.ehcpathway.letter;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as letters write them. */
public final class LetterDates {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    /** Monday 26 October 2026: for days that somebody must keep to. */
    public String day(LocalDate date) {
        return DAY.format(date);
    }

    /** 26 October 2026: for birth dates and for what is past. */
    public String plain(LocalDate date) {
        return PLAIN.format(date);
    }
}
