package org.ehcpathway.statute;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/**
 * What the law makes of a person's birth date: child or young person, and the year group.
 *
 * <p>The school year is taken to begin on 1 September, the first term after July (Education Act 1996 s.579). An age is
 * reached at the first moment of the birthday (Family Law Reform Act 1969 s.9); someone born on 29 February has it on 1 March
 * in other years.
 */
public final class Persons {

    /** The last year of compulsory secondary school. */
    public static final int LAST_YEAR_OF_SECONDARY = 11;

    private static final int YEAR_NINE = 9;

    /** Nobody is taught further from their age group than this, in years; a bigger number is a slip of the keyboard. */
    private static final int MOST_YEARS_OUT_OF_COHORT = 4;

    private Persons() {}

    /**
     * The last day of compulsory school age: the last Friday in June of the school year in which the person turns 16
     * (Education Act 1996 s.8(3); School Leaving Date Order, SI 1997/1970).
     *
     * <p>That Friday itself is still the parent's; the young person's rights begin the day after.
     */
    public static LocalDate endOfCompulsorySchoolAge(LocalDate birth) {
        int year = startOfSchoolYear(birthday(birth, 16)) + 1;
        return LocalDate.of(year, Month.JUNE, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.FRIDAY));
    }

    /**
     * Whether the person is over compulsory school age and under 25 on that day (Children and Families Act 2014 s.83(2)).
     *
     * @throws Refusal when a date is missing or the birth lies after the day
     */
    public static boolean isYoungPerson(LocalDate birth, LocalDate on) {
        checkBorn(birth, on);
        return on.isAfter(endOfCompulsorySchoolAge(birth)) && on.isBefore(birthday(birth, 25));
    }

    /**
     * Whether it has to be considered if more time than others of the same age is needed to complete education or training
     * (section 36(10), REQ-07). "Aged over 18" is taken from the 18th birthday on, which leaves nobody out.
     *
     * @throws Refusal when a date is missing or the birth lies after the day
     */
    public static boolean needsMoreTimeConsidered(LocalDate birth, LocalDate on) {
        return isYoungPerson(birth, on) && !on.isBefore(birthday(birth, 18));
    }

    /**
     * Whether the rights of Part 3 have passed from the parent to the person: after compulsory school age, with no upper age.
     * Nobody's letters go back to the parents on a 25th birthday.
     *
     * @throws Refusal when a date is missing or the birth lies after the day
     */
    public static boolean speaksForThemself(LocalDate birth, LocalDate on) {
        checkBorn(birth, on);
        return on.isAfter(endOfCompulsorySchoolAge(birth));
    }

    /**
     * The national curriculum year on that day by age: Reception is 0, Year 11 is 11, nursery years lie below 0.
     *
     * <p>Someone taught out of cohort is in another year than this one.
     *
     * @throws Refusal when a date is missing or the birth lies after the day
     */
    public static int nationalCurriculumYear(LocalDate birth, LocalDate on) {
        return nationalCurriculumYear(birth, on, 0);
    }

    /**
     * The national curriculum year in which the person is really taught on that day.
     *
     * <p>It moves no age of the law: compulsory school age ends for someone kept down a year with those of the same age.
     *
     * @param yearsOutOfCohort the year group of the teaching less the one by age: -1 for a year behind, 1 for a year ahead
     * @throws Refusal when a date is missing, the birth lies after the day, or the person is more than 4 years out of cohort
     */
    public static int nationalCurriculumYear(LocalDate birth, LocalDate on, int yearsOutOfCohort) {
        checkBorn(birth, on);
        return startOfSchoolYear(on) - startOfReception(birth) + checkedCohort(yearsOutOfCohort);
    }

    /**
     * Whether the person is in or beyond Year 9 by age on that day, so that advice, reviews and plan must prepare for
     * adulthood (SI 2014/1530 regs 6(1)(g), 12(3), 20(6), 21(6)).
     *
     * @throws Refusal when a date is missing or the birth lies after the day
     */
    public static boolean inOrBeyondYearNine(LocalDate birth, LocalDate on) {
        return inOrBeyondYearNine(birth, on, 0);
    }

    /**
     * Whether the person is taught in or beyond Year 9 on that day, so that advice, reviews and plan must prepare for
     * adulthood (SI 2014/1530 regs 6(1)(g), 12(3), 20(6), 21(6)). The regulations look at the year group and not at the age.
     *
     * @param yearsOutOfCohort as in {@link #nationalCurriculumYear(LocalDate, LocalDate, int)}
     * @throws Refusal when a date is missing, the birth lies after the day, or the person is more than 4 years out of cohort
     */
    public static boolean inOrBeyondYearNine(LocalDate birth, LocalDate on, int yearsOutOfCohort) {
        return nationalCurriculumYear(birth, on, yearsOutOfCohort) >= YEAR_NINE;
    }

    /**
     * The first day of Year 9, from which everything about the person prepares for adulthood.
     *
     * @param yearsOutOfCohort as in {@link #nationalCurriculumYear(LocalDate, LocalDate, int)}
     * @throws Refusal when the birth date is missing or the person is more than 4 years out of cohort
     */
    public static LocalDate preparesForAdulthoodFrom(LocalDate birth, int yearsOutOfCohort) {
        checkBirth(birth);
        return LocalDate.of(startOfReception(birth) + YEAR_NINE - checkedCohort(yearsOutOfCohort), Month.SEPTEMBER, 1);
    }

    /** The day on which an age is reached; for someone born on 29 February 1 March in other years. */
    static LocalDate birthday(LocalDate birth, int age) {
        checkBirth(birth);
        LocalDate birthday = birth.plusYears(age);
        boolean bornOnALeapDay = birth.getDayOfMonth() != birthday.getDayOfMonth();
        return bornOnALeapDay ? birthday.plusDays(1) : birthday;
    }

    /** Refuses what no rule about persons can be asked: no birth date, no day, or a day before the birth. */
    static void checkBorn(LocalDate birth, LocalDate on) {
        checkBirth(birth);
        if (on == null) {
            throw new Refusal("The day is missing on which the person's age counts; enter it.");
        }
        if (birth.isAfter(on)) {
            throw new Refusal("The date of birth, " + InWords.day(birth) + ", lies after " + InWords.day(on)
                    + "; check both dates.");
        }
    }

    private static void checkBirth(LocalDate birth) {
        if (birth == null) {
            throw new Refusal("The date of birth is missing; enter it.");
        }
    }

    private static int checkedCohort(int yearsOutOfCohort) {
        if (Math.abs(yearsOutOfCohort) > MOST_YEARS_OUT_OF_COHORT) {
            throw new Refusal("Check the year group; nobody is taught more than " + MOST_YEARS_OUT_OF_COHORT
                    + " years away from the year group of their age.");
        }
        return yearsOutOfCohort;
    }

    private static int startOfSchoolYear(LocalDate day) {
        return day.getMonthValue() >= 9 ? day.getYear() : day.getYear() - 1;
    }

    /** The year in which the school year after the fourth birthday begins. */
    private static int startOfReception(LocalDate birth) {
        return startOfSchoolYear(birth) + 5;
    }
}
