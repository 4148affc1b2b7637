package org.ehcpathway.statute;

import java.time.LocalDate;
import java.time.Month;

/**
 * What changes on the 18th and the 25th birthday, and how long a plan may run.
 *
 * <p>Ages are reached as in {@link Persons}. No age by itself ends a plan before {@link #planMayRunUntil}.
 */
public final class AgeLimits {

    private AgeLimits() {}

    /** The 18th birthday; for someone born on 29 February 1 March. */
    public static LocalDate turns18On(LocalDate birth) {
        return Persons.birthday(birth, 18);
    }

    /** The 25th birthday; for someone born on 29 February 1 March. */
    public static LocalDate turns25On(LocalDate birth) {
        return Persons.birthday(birth, 25);
    }

    /**
     * Whether section H1 of a plan may hold anything on that day: social care under the Chronically Sick and Disabled Persons
     * Act 1970 s.2 is for those under 18 (Children and Families Act 2014 s.37(2)(e)). What is needed later stands in H2.
     *
     * @throws Refusal when a date is missing or the birth lies after the day
     */
    public static boolean sectionH1MayBeUsed(LocalDate birth, LocalDate on) {
        Persons.checkBorn(birth, on);
        return on.isBefore(turns18On(birth));
    }

    /** Which regulation of SI 2014/1530 binds the council when someone with a plan is no longer in education or training. */
    public enum LeavingEducation {
        /**
         * Under 18: leaving is no ground to cease; the plan is reviewed and amended so that education goes on (reg 29; CEA-06,
         * REV-19).
         */
        REGULATION_29,
        /**
         * 18 or over: no ceasing before a review has found that the young person does not wish to return or that a return
         * would not be appropriate (reg 30; CEA-07).
         */
        REGULATION_30
    }

    /**
     * The rule for someone who leaves education or training on that day.
     *
     * @throws Refusal when a date is missing or the birth lies after the day
     */
    public static LeavingEducation leavingEducation(LocalDate birth, LocalDate on) {
        Persons.checkBorn(birth, on);
        return on.isBefore(turns18On(birth)) ? LeavingEducation.REGULATION_29 : LeavingEducation.REGULATION_30;
    }

    /**
     * Whether the further questions about those "aged over 18" are asked on that day: is more time needed to complete
     * education (s.36(10)), are the outcomes achieved (ss.44(5), 45(3) of the Children and Families Act 2014).
     *
     * <p>The words can be read from the 19th birthday or from the day after the 18th. They are asked from the 18th
     * birthday: a question too many harms nobody, and its answer alone never ends a plan.
     *
     * @throws Refusal when a date is missing or the birth lies after the day
     */
    public static boolean furtherTestOfOver18(LocalDate birth, LocalDate on) {
        Persons.checkBorn(birth, on);
        return !on.isBefore(turns18On(birth));
    }

    /**
     * Whether a first plan may still be made on that day: not from the 25th birthday (Children and Families Act 2014 s.83(2)).
     *
     * @throws Refusal when a date is missing or the birth lies after the day
     */
    public static boolean newPlanMayBeMade(LocalDate birth, LocalDate on) {
        Persons.checkBorn(birth, on);
        return on.isBefore(turns25On(birth));
    }

    /**
     * The last day of a plan, and why.
     *
     * @param day the plan may be maintained up to and including this day
     * @param reason one sentence with its source
     */
    public record LastDay(LocalDate day, String reason) {}

    /**
     * How long an existing plan may run, if it stays necessary: to the day before the 25th birthday, and where the council
     * chooses so to the end of the academic year of that birthday (Children and Families Act 2014 s.46; SI 2014/1530 reg 46;
     * CEA-08).
     *
     * @throws Refusal when the birth date or the learning is missing
     */
    public static LastDay planMayRunUntil(LocalDate birth, Learning learning) {
        if (learning == null) {
            throw new Refusal("Say what the young person is learning: it decides how long the plan may run.");
        }
        LocalDate birthday = turns25On(birth);
        if (learning.kind() == Learning.Kind.FURTHER_EDUCATION_INSTITUTION) {
            int year = birthday.getMonthValue() > Month.JULY.getValue() ? birthday.getYear() + 1 : birthday.getYear();
            return new LastDay(
                    LocalDate.of(year, Month.JULY, 31),
                    "At a further education institution the academic year of the 25th birthday, "
                            + InWords.day(birthday) + ", ends on 31 July (CFA 2014 s.46; regulation 46).");
        }
        if (learning.scheduledEnd() == null || learning.scheduledEnd().isBefore(birthday)) {
            return new LastDay(
                    birthday.minusDays(1),
                    "Nothing the young person learns goes on after the 25th birthday, " + InWords.day(birthday)
                            + ", so the plan may run until the day before it (CFA 2014 ss.46, 83(2)).");
        }
        LocalDate dayBefore26 = Persons.birthday(birth, 26).minusDays(1);
        if (learning.scheduledEnd().isAfter(dayBefore26)) {
            return new LastDay(
                    dayBefore26,
                    learning.kind().words()
                            + " ends after the 26th birthday; the plan may run until the day before that"
                            + " birthday (CFA 2014 s.46; regulation 46).");
        }
        return new LastDay(
                learning.scheduledEnd(),
                learning.kind().words() + " of the 25th birthday, " + InWords.day(birthday)
                        + ", ends on that day (CFA 2014 s.46; regulation 46).");
    }
}
