package org.ehcpathway.statute;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One cell of the column "counting": a kind and its amount, such as W(6), AHEAD(2 weeks), BEF(15 February) or ASAP.
 *
 * @param kind how to count
 * @param number weeks, days or months; 0 where the kind has none
 * @param unit day, working day, week or month of AHEAD; null otherwise
 * @param date the date of BEF and TO; null otherwise
 */
record Counting(CountingKind kind, int number, String unit, MonthDay date) {

    private static final Pattern PERIOD = Pattern.compile("(WI|WDI|WD|W|DI|D|MI|M|SD)\\((\\d{1,3})\\)");
    private static final Pattern AHEAD = Pattern.compile("AHEAD\\((\\d{1,3}) (day|working day|week|month)s?\\)");
    private static final Pattern DATE = Pattern.compile("(BEF|TO)\\((\\d{1,2} [A-Z][a-z]+)\\)");
    private static final DateTimeFormatter DAY_AND_MONTH = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

    /**
     * Reads a cell.
     *
     * @throws Refusal with a clause that says what is wrong with the cell
     */
    static Counting parse(String cell) {
        Matcher period = PERIOD.matcher(cell);
        if (period.matches()) {
            CountingKind kind = CountingKind.valueOf(period.group(1));
            int number = Integer.parseInt(period.group(2));
            // D(0) is a rule that has no period of its own and only moves a day, as APP-03 does.
            if (number == 0 && kind != CountingKind.D) {
                throw new Refusal("counting \"" + cell + "\" counts nothing");
            }
            return new Counting(kind, number, null, null);
        }
        Matcher ahead = AHEAD.matcher(cell);
        if (ahead.matches()) {
            return new Counting(CountingKind.AHEAD, Integer.parseInt(ahead.group(1)), ahead.group(2), null);
        }
        Matcher date = DATE.matcher(cell);
        if (date.matches()) {
            return new Counting(CountingKind.valueOf(date.group(1)), 0, null, monthDay(cell, date.group(2)));
        }
        if (cell.equals("IMM") || cell.equals("ASAP") || cell.equals("NONE")) {
            return new Counting(CountingKind.valueOf(cell), 0, null, null);
        }
        throw new Refusal(
                "counting \"" + cell
                        + "\" is none of W(n), WI(n), D(n), DI(n), WD(n), WDI(n), M(n), MI(n), SD(n), BEF(day month), TO(day month), AHEAD(n weeks), IMM, ASAP, NONE");
    }

    private static MonthDay monthDay(String cell, String text) {
        try {
            return MonthDay.parse(text, DAY_AND_MONTH);
        } catch (DateTimeParseException e) {
            throw new Refusal("counting \"" + cell + "\" names no day of the year", e);
        }
    }

    /** The last day on which the act is in time, or nothing where the law sets no number. */
    Optional<LocalDate> lastDay(LocalDate day, WorkingDays workingDays, SettingCalendar calendar) {
        return switch (kind) {
            case ASAP, NONE -> Optional.empty();
            case IMM -> Optional.of(day);
            case BEF -> Optional.of(date.atYear(day.getYear()).minusDays(1));
            case TO -> Optional.of(next(day));
            case AHEAD -> Optional.of(ahead(day, workingDays));
            default -> Optional.of(kind.lastDay(day, number, workingDays, calendar));
        };
    }

    /** Whether the law sets a number, so that there is a last day. */
    boolean hasDate() {
        return kind != CountingKind.ASAP && kind != CountingKind.NONE;
    }

    private LocalDate next(LocalDate day) {
        LocalDate thisYear = date.atYear(day.getYear());
        return thisYear.isBefore(day) ? date.atYear(day.getYear() + 1) : thisYear;
    }

    private LocalDate ahead(LocalDate day, WorkingDays workingDays) {
        return switch (unit) {
            // An event on a day off counts as on the working day before: the days between must be whole.
            case "working day" -> workingDays.plus(workingDays.onOrBefore(day), -number);
            case "week" -> day.minusWeeks(number);
            case "month" -> day.minusMonths(number);
            default -> day.minusDays(number);
        };
    }

    /**
     * The earlier day to work towards where the words of the law can be read in two ways, or nothing.
     *
     * <p>Only readings that end earlier are offered: a later one must not tempt anybody.
     */
    Optional<DueDate.Alternative> internalTarget(LocalDate lastDay, WorkingDays workingDays) {
        return switch (kind) {
            case W ->
                Optional.of(new DueDate.Alternative(
                        lastDay.minusDays(1),
                        "Internal target: the Department for Education's statistics count the first day as day 1, which ends"
                                + " one day earlier (A-01, reading 2). The limit itself leaves that day out."));
            case AHEAD ->
                Optional.of(new DueDate.Alternative(
                        unit.equals("working day") ? workingDays.plus(lastDay, -1) : lastDay.minusDays(1),
                        "Internal target: counted in clear days, which is one day earlier (A-06, reading 2)."));
            default -> Optional.empty();
        };
    }

    /** The period in a few words, such as "6 weeks" or "15 days, the first included". */
    String inShort() {
        return switch (kind) {
            case W -> InWords.amount(number, "week");
            case WI -> InWords.amount(number, "week") + ", the first day included";
            case D -> number == 0 ? "the same day" : InWords.amount(number, "day");
            case DI -> InWords.amount(number, "day") + ", the first included";
            case WD -> InWords.amount(number, "working day");
            case WDI -> InWords.amount(number, "working day") + ", the first included";
            case M -> InWords.amount(number, "month");
            case MI -> InWords.amount(number, "month") + ", the first day included";
            case SD -> InWords.amount(number, "day") + " on which the setting is open";
            case BEF -> "before " + DAY_AND_MONTH.format(date);
            case TO -> "to the next " + DAY_AND_MONTH.format(date);
            case AHEAD -> "at least " + InWords.amount(number, unit) + " before";
            case IMM -> "at once";
            case ASAP -> "as soon as practicable";
            case NONE -> "no number in the law";
        };
    }

    /** The counting as a sentence; {@code start} is a phrase such as "the day the draft plan was served". */
    String inWords(String start) {
        return switch (kind) {
            case ASAP -> "As soon as practicable after " + start + "; no date can be computed.";
            case NONE -> "";
            case IMM -> "At once, on " + start + ".";
            case TO -> "To the next " + DAY_AND_MONTH.format(date) + " after " + start + ", or that day itself.";
            case BEF -> "Before " + DAY_AND_MONTH.format(date) + " in the year of " + start + ", so by the day before.";
            case AHEAD -> "At least " + InWords.amount(number, unit) + " before " + start + ".";
            default -> kind.inWords(number, start);
        };
    }
}
