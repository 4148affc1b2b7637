package org.ehcpathway.statute;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The ways in which the law counts, by the names of the timescale table.
 *
 * <p>"Within n of a day" leaves the day out, "n beginning with a day" counts it (Lester v Garland; for months Dodds v Walker
 * [1981] 1 WLR 1027). Calendar days unless the name says working days. Nothing rolls over a weekend or a bank holiday:
 * SI 2014/1530 has no such clause, and the tribunal's own calendar is applied afterwards where it belongs.
 */
enum CountingKind {
    /** Within n weeks of the day. */
    W,
    /** Within n weeks beginning with the day. */
    WI,
    /** Within n calendar days of the day. */
    D,
    /** n calendar days beginning with the day. */
    DI,
    /** Within n working days of the day. */
    WD,
    /** n working days beginning with the day, which is the first if it is a working day. */
    WDI,
    /** Within n months after the day. */
    M,
    /** n months beginning with the day. */
    MI,
    /** n school or institution days after the day, by the setting's own calendar. */
    SD,
    /** Strictly before a date of the year in which the day lies. */
    BEF,
    /** At least so long before the day; not clear days. */
    AHEAD,
    /** To the next such date of a year, that day included. */
    TO,
    /** At once. */
    IMM,
    /** As soon as practicable: a duty without a date. */
    ASAP,
    /** No number in the law: a rule of decision, a continuous duty, or a duty inside another limit. */
    NONE;

    /** The last day of a period of {@code n}; only for periods. */
    LocalDate lastDay(LocalDate day, int n, WorkingDays workingDays, SettingCalendar calendar) {
        return switch (this) {
            case W -> day.plusWeeks(n);
            case WI -> day.plusWeeks(n).minusDays(1);
            case D -> day.plusDays(n);
            case DI -> day.plusDays(n - 1L);
            case WD -> workingDays.plus(day, n);
            case WDI -> workingDays.plus(workingDays.onOrAfter(day), n - 1);
            case M -> day.plusMonths(n);
            case SD -> calendar.plus(day, n, workingDays);
            case MI -> dayBeforeTheCorrespondingDate(day, n);
            default -> throw new IllegalStateException(this + " is not a period");
        };
    }

    private static LocalDate dayBeforeTheCorrespondingDate(LocalDate day, int months) {
        YearMonth last = YearMonth.from(day).plusMonths(months);
        return last.isValidDay(day.getDayOfMonth())
                ? last.atDay(day.getDayOfMonth()).minusDays(1)
                : last.atEndOfMonth();
    }

    /** The period in words, {@code start} being a phrase such as "the day the draft plan was served". */
    String inWords(int n, String start) {
        return switch (this) {
            case W ->
                "Within " + InWords.amount(n, "week") + " of " + start
                        + ", which is not counted itself; calendar days.";
            case WI -> InWords.amount(n, "week") + " beginning with " + start + ", which is the first; calendar days.";
            case D ->
                n == 0
                        ? "On " + start + "."
                        : "Within " + InWords.amount(n, "calendar day") + " of " + start
                                + ", which is not counted itself.";
            case DI -> InWords.amount(n, "calendar day") + " beginning with " + start + ", which is the first.";
            case WD -> "Within " + InWords.amount(n, "working day") + " of " + start + ", which is not counted itself.";
            case SD ->
                "Within " + InWords.amount(n, "day") + " after " + start
                        + ", counting only days on which the setting is open to admit students.";
            case WDI ->
                InWords.amount(n, "working day") + " beginning with " + start
                        + ", which is the first if it is a working day.";
            case M ->
                "Within " + InWords.amount(n, "month") + " after " + start
                        + ": the same day of the month, or the last day of a month that has no such day.";
            case MI ->
                InWords.amount(n, "month") + " beginning with " + start
                        + ": the day before the same day of the month, or the last day of a month that has no such day.";
            default -> throw new IllegalStateException(this + " is not a period");
        };
    }
}
