package org.ehcpathway.statute;

import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;

/**
 * What the First-tier Tribunal's rules do to the end of a time limit (Tribunal Procedure (Health, Education and Social Care
 * Chamber) Rules 2008 r.12).
 *
 * <p>Only for acts under those rules. No limit of SI 2014/1530 is moved by them, so neither the council's limits nor the two
 * months for contacting the mediation adviser.
 */
enum TribunalCalendar {
    /** Not an act under the tribunal's rules. */
    NONE(""),

    /** Time that ends on a day that is not a working day moves to the next working day (r.12(2)). */
    NEXT_WORKING_DAY("next working day"),

    /**
     * Starting an appeal: as before, and time that ends on a day from 25 December to 1 January or in August ends on the
     * first working day after 1 January or after 31 August (r.12(3)(a)). Nothing is added back.
     */
    STARTING_AN_APPEAL("starting an appeal"),

    /** Any other act: the days from 25 December to 1 January and all of August are not counted (r.12(3)(b)), then r.12(2). */
    OTHER_ACT("other act");

    private final String cell;

    TribunalCalendar(String cell) {
        this.cell = cell;
    }

    /**
     * Reads a cell of the column "calendar".
     *
     * @throws Refusal with a clause that says what is wrong with the cell
     */
    static TribunalCalendar parse(String cell) {
        return Arrays.stream(values())
                .filter(calendar -> calendar.cell.equals(cell))
                .findFirst()
                .orElseThrow(() -> new Refusal("calendar \"" + cell
                        + "\" is none of \"next working day\", \"starting an appeal\", \"other act\" or empty"));
    }

    /** Whether a period counted this way can be used with this calendar: only days can be left out of a count of days. */
    boolean fits(Counting counting) {
        return switch (this) {
            case NONE -> true;
            case OTHER_ACT ->
                switch (counting.kind()) {
                    case W, D, WD -> true;
                    default -> false;
                };
            default -> counting.kind() != CountingKind.ASAP && counting.kind() != CountingKind.NONE;
        };
    }

    /** The last day of the period before it is moved: for other acts the days that do not count are passed over. */
    LocalDate unmovedEnd(Counting counting, LocalDate day, WorkingDays workingDays, SettingCalendar calendar) {
        if (this != OTHER_ACT) {
            return counting.lastDay(day, workingDays, calendar).orElseThrow();
        }
        boolean inWorkingDays = counting.kind() == CountingKind.WD;
        int left = counting.kind() == CountingKind.W ? 7 * counting.number() : counting.number();
        LocalDate reached = day;
        while (left > 0) {
            reached = reached.plusDays(1);
            if (!isAtChristmas(reached)
                    && reached.getMonth() != Month.AUGUST
                    && (!inWorkingDays || workingDays.isWorkingDay(reached))) {
                left--;
            }
        }
        return reached;
    }

    /** The day on which an act is still in time when its period ends on {@code end}. */
    LocalDate move(LocalDate end, WorkingDays workingDays) {
        if (this == NONE) {
            return end;
        }
        if (this == STARTING_AN_APPEAL && isAtChristmas(end)) {
            int newYear = end.getMonth() == Month.DECEMBER ? end.getYear() + 1 : end.getYear();
            return workingDays.plus(LocalDate.of(newYear, Month.JANUARY, 1), 1);
        }
        if (this == STARTING_AN_APPEAL && end.getMonth() == Month.AUGUST) {
            return workingDays.plus(LocalDate.of(end.getYear(), Month.AUGUST, 31), 1);
        }
        return workingDays.onOrAfter(end);
    }

    private static boolean isAtChristmas(LocalDate day) {
        return (day.getMonth() == Month.DECEMBER && day.getDayOfMonth() >= 25)
                || (day.getMonth() == Month.JANUARY && day.getDayOfMonth() == 1);
    }
}
