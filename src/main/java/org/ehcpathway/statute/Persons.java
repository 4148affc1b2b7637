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

    /** Whether the person is over compulsory school age and under 25 on that day (Children and Families Act 2014 s.83(2)). */
    public static boolean isYoungPerson(LocalDate birth, LocalDate on) {
        return on.isAfter(endOfCompulsorySchoolAge(birth)) && on.isBefore(birthday(birth, 25));
    }

    /**
     * Whether the rights of Part 3 have passed from the parent to the person: after compulsory school age, with no upper age.
     * Nobody's letters go back to the parents on a 25th birthday.
     */
    public static boolean speaksForThemself(LocalDate birth, LocalDate on) {
        return on.isAfter(endOfCompulsorySchoolAge(birth));
    }

    /**
     * The national curriculum year on that day by age: Reception is 0, Year 11 is 11, nursery years lie below 0.
     *
     * <p>Someone taught out of cohort is in another year than this one.
     */
    public static int nationalCurriculumYear(LocalDate birth, LocalDate on) {
        int bornAfterAugust = birth.getMonthValue() >= 9 ? 1 : 0;
        int ageOnTheDayBeforeTheSchoolYear = startOfSchoolYear(on) - birth.getYear() - bornAfterAugust;
        return ageOnTheDayBeforeTheSchoolYear - 4;
    }

    /**
     * Whether the person is in or beyond Year 9 by age on that day, so that advice, reviews and plan must prepare for
     * adulthood (SI 2014/1530 regs 6(1)(g), 12(3), 20(6), 21(6)).
     */
    public static boolean inOrBeyondYearNine(LocalDate birth, LocalDate on) {
        return nationalCurriculumYear(birth, on) >= 9;
    }

    private static int startOfSchoolYear(LocalDate day) {
        return day.getMonthValue() >= 9 ? day.getYear() : day.getYear() - 1;
    }

    private static LocalDate birthday(LocalDate birth, int age) {
        LocalDate birthday = birth.plusYears(age);
        boolean bornOnALeapDay = birth.getDayOfMonth() != birthday.getDayOfMonth();
        return bornOnALeapDay ? birthday.plusDays(1) : birthday;
    }
}
