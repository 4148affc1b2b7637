package org.ehcpathway.statute;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a school or institution is closed, as far as it is known.
 *
 * <p>A school or institution day is one on which that setting is open to admit students (SI 2014/1530 reg 48(2)): here every
 * working day outside its closures.
 *
 * @param closures periods, in any order
 */
public record SettingCalendar(List<Closure> closures) {

    /** Nothing is known: every working day counts as open. */
    public static final SettingCalendar UNKNOWN = new SettingCalendar(List.of());

    private static final Pattern PERIOD = Pattern.compile("(\\S{10})(?:\\.\\.(\\S{10}))?");
    private static final int LONGEST_CLOSURE_IN_DAYS = 366;

    /**
     * A time in which the setting is closed.
     *
     * @param from first closed day
     * @param to last closed day
     */
    public record Closure(LocalDate from, LocalDate to) {

        public Closure {
            if (to.isBefore(from)) {
                throw new Refusal(
                        "A closure ends on " + InWords.day(to) + ", before it begins on " + InWords.day(from) + ".");
            }
            if (to.isAfter(from.plusDays(LONGEST_CLOSURE_IN_DAYS))) {
                throw new Refusal("A closure from " + InWords.day(from) + " to " + InWords.day(to)
                        + " is longer than a year; check the dates.");
            }
        }

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    public SettingCalendar {
        closures = List.copyOf(closures);
    }

    /**
     * Reads closures written like {@code 2026-10-26..2026-10-30,2026-12-25}.
     *
     * @throws Refusal when a part is neither a day nor a period of days
     */
    public static SettingCalendar parse(String text) {
        return new SettingCalendar(Arrays.stream(text.strip().split("\\s*,\\s*"))
                .map(SettingCalendar::closure)
                .toList());
    }

    private static Closure closure(String text) {
        Matcher period = PERIOD.matcher(text);
        try {
            if (period.matches()) {
                LocalDate from = LocalDate.parse(period.group(1));
                return new Closure(from, period.group(2) == null ? from : LocalDate.parse(period.group(2)));
            }
        } catch (DateTimeException notADay) {
            // answered below, with the words that were given
        }
        throw new Refusal("The closure \"" + text
                + "\" is not written as first and last closed day, such as 2026-10-26..2026-10-30.");
    }

    /** The nth open day after {@code day}. */
    LocalDate plus(LocalDate day, int n, WorkingDays workingDays) {
        LocalDate reached = day;
        for (int left = n; left > 0; ) {
            reached = reached.plusDays(1);
            if (isOpen(reached, workingDays)) {
                left--;
            }
        }
        return reached;
    }

    /** Whether the setting is open to admit students on that day. */
    public boolean isOpen(LocalDate day, WorkingDays workingDays) {
        return workingDays.isWorkingDay(day) && closures.stream().noneMatch(closure -> closure.holds(day));
    }
}
