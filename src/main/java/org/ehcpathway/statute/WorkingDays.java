package org.ehcpathway.statute;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The working days of England: not Saturday, Sunday, Good Friday, Christmas Day or a bank holiday of England and Wales.
 *
 * <p>SI 2014/1530 defines no working day; this is the definition of the tribunals' rules (Upper Tribunal Rules 2008
 * r.1(3)), taken for every room alike. Days on which one council's offices are shut count as working days.
 *
 * <p>Bank holidays that rest on a proclamation are known as far as the calendar's edition knows them. A year is worked
 * out once and kept, so questions about days cost next to nothing. Safe for use by many threads.
 */
public final class WorkingDays {

    private final HolidayManager calendarOfTheUnitedKingdom =
            HolidayManager.getInstance(ManagerParameters.create("gb"));
    private final Map<Integer, Set<LocalDate>> bankHolidaysByYear = new ConcurrentHashMap<>();

    /** Whether {@code day} is a working day. */
    public boolean isWorkingDay(LocalDate day) {
        return !isWeekend(day) && !bankHolidays(day.getYear()).contains(day);
    }

    boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /**
     * The day that lies {@code workingDays} working days after {@code day}; {@code day} itself is not counted.
     *
     * @param workingDays working days; below zero counts back, zero answers {@code day} itself, working day or not
     */
    public LocalDate plus(LocalDate day, int workingDays) {
        int step = Integer.signum(workingDays);
        LocalDate reached = day;
        for (int left = Math.abs(workingDays); left > 0; ) {
            reached = reached.plusDays(step);
            if (isWorkingDay(reached)) {
                left--;
            }
        }
        return reached;
    }

    /** {@code day} if it is a working day, else the next one. */
    public LocalDate onOrAfter(LocalDate day) {
        return isWorkingDay(day) ? day : plus(day, 1);
    }

    /** {@code day} if it is a working day, else the one before it. */
    public LocalDate onOrBefore(LocalDate day) {
        return isWorkingDay(day) ? day : plus(day, -1);
    }

    /** The bank holidays of England and Wales in that year, with Good Friday and Christmas Day or its substitute, in order. */
    public Set<LocalDate> bankHolidays(int year) {
        return bankHolidaysByYear.computeIfAbsent(
                year, y -> calendarOfTheUnitedKingdom.getHolidays(Year.of(y), "eng").stream()
                        .map(Holiday::getDate)
                        .collect(Collectors.collectingAndThen(
                                Collectors.toCollection(TreeSet::new), java.util.Collections::unmodifiableSet)));
    }
}
