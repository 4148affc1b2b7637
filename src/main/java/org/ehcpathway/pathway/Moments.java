package org.ehcpathway.pathway;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How a statutory day becomes a moment for the engine. A day that the law gives ends at midnight: a limit has passed when the
 * next day begins, never earlier.
 */
public final class Moments {

    private static final DateTimeFormatter CARD = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);
    private static final LocalTime START_OF_WORK = LocalTime.of(8, 0);
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private Moments() {}

    /** The last second of a due day, as Tasklist shows it. */
    public static String due(LocalDate day) {
        return iso(day, LAST_SECOND);
    }

    /** When people come to work on the day of a warning. */
    public static String warning(LocalDate day) {
        return iso(day, START_OF_WORK);
    }

    /** The moment the day is over. */
    public static String over(LocalDate day) {
        return iso(day.plusDays(1), LocalTime.MIDNIGHT);
    }

    /** A moment in England. */
    public static String at(LocalDateTime moment) {
        return iso(moment.toLocalDate(), moment.toLocalTime());
    }

    /** The day of a moment made here. */
    public static LocalDate day(String moment) {
        return LocalDate.parse(moment.substring(0, 10));
    }

    /** A date as it is shown on cards and in forms, such as 26 Oct 2026. */
    public static String shown(LocalDate day) {
        return CARD.format(day);
    }

    private static String iso(LocalDate day, LocalTime time) {
        return day.atTime(time).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }
}
