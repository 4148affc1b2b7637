package org.ehcpathway.statute;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;

/**
 * A transfer from one phase of education to the next, by which the plan must be reviewed and amended so that it names the new setting
 * (SEND Regulations 2014 regs 2(1) and 18).
 */
public enum PhaseTransfer {
    EARLY_YEARS_TO_SCHOOL("Early years to school", "REV-04"),
    INFANT_TO_JUNIOR("Infant to junior school", "REV-04"),
    PRIMARY_TO_MIDDLE("Primary to middle school", "REV-04"),
    PRIMARY_TO_SECONDARY("Primary to secondary school", "REV-04"),
    MIDDLE_TO_SECONDARY("Middle to secondary school", "REV-04"),
    SECONDARY_TO_POST_16("Secondary school to post-16", "REV-03"),
    /** At any time of the year, so no age leads to it. */
    WITHIN_POST_16("One post-16 institution to another", "REV-05");

    private static final int RECEPTION = 0;
    private static final int YEAR_SEVEN = 7;
    private static final int YEAR_TWELVE = 12;

    /** Children turn 5 in Reception, 6 in Year 1, and so on. */
    private static final int AGE_AT_THE_END_OF_RECEPTION = 5;

    private static final int LAST_AGE_OF_PRIMARY = 11;
    private static final int INFANTS_LEAVE_AFTER = 2;

    private final String title;
    private final String rule;

    PhaseTransfer(String title, String rule) {
        this.title = title;
        this.rule = rule;
    }

    public String title() {
        return title;
    }

    /** The rule that says by when the plan names the new setting. */
    public String rule() {
        return rule;
    }

    /** The day on which the school year of a transfer begins, from which the plan names the new setting. */
    public static LocalDate day(int year) {
        return LocalDate.of(year, Month.SEPTEMBER, 1);
    }

    /** The year of the next transfers: those of this September, or of the next one once they have taken place. */
    public static int nextYear(LocalDate today) {
        return today.isBefore(day(today.getYear())) ? today.getYear() : today.getYear() + 1;
    }

    /**
     * The last national curriculum year that a setting teaches; Reception is 0, and -1 stands for everything before it.
     *
     * @param highestAge the age its oldest pupils reach, such as 11 for a primary school
     */
    public static int lastYear(int highestAge) {
        return highestAge <= AGE_AT_THE_END_OF_RECEPTION ? RECEPTION - 1 : highestAge - AGE_AT_THE_END_OF_RECEPTION;
    }

    /**
     * The transfer that lies between the last year of a setting and the year after it; empty for somebody whom the setting goes on
     * teaching, or who is past its years already.
     *
     * @param year the national curriculum year in which the person will be taught from the day of the transfer
     * @param lowestAge the age of the setting's youngest, such as 4
     * @param highestAge the age its oldest reach, such as 11
     */
    public static Optional<PhaseTransfer> of(int year, int lowestAge, int highestAge) {
        if (lastYear(highestAge) != year - 1) {
            return Optional.empty();
        }
        if (year <= RECEPTION) {
            return Optional.of(EARLY_YEARS_TO_SCHOOL);
        }
        if (year >= YEAR_TWELVE) {
            // A college that teaches to an age is left by growing up, not by a transfer to another phase.
            return lowestAge >= YEAR_TWELVE + AGE_AT_THE_END_OF_RECEPTION - 1
                    ? Optional.empty()
                    : Optional.of(SECONDARY_TO_POST_16);
        }
        if (year == INFANTS_LEAVE_AFTER + 1) {
            return Optional.of(INFANT_TO_JUNIOR);
        }
        if (highestAge < LAST_AGE_OF_PRIMARY) {
            return Optional.of(PRIMARY_TO_MIDDLE);
        }
        return Optional.of(year == YEAR_SEVEN ? PRIMARY_TO_SECONDARY : MIDDLE_TO_SECONDARY);
    }
}
