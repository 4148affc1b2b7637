package org.ehcpathway.statute;

import java.time.LocalDate;

/**
 * What someone near 25 is learning, as far as it decides when the academic year of the 25th birthday ends (SI 2014/1530
 * reg 46).
 *
 * @param kind where or how
 * @param scheduledEnd last day of the apprenticeship or course; null for the other kinds
 */
public record Learning(Kind kind, LocalDate scheduledEnd) {

    /** Where or how somebody learns. */
    public enum Kind {
        /** At an institution of the further education sector; its academic year ends on 31 July. */
        FURTHER_EDUCATION_INSTITUTION("The year at the institution"),
        APPRENTICESHIP("The apprenticeship"),
        /** Any other course of education or training. */
        OTHER_COURSE("The course"),
        /** Not in education or training. */
        NONE("Nothing");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    public Learning {
        if (kind == null) {
            throw new Refusal("Say what the young person is learning: it decides how long the plan may run.");
        }
        boolean endsOnADay = kind == Kind.APPRENTICESHIP || kind == Kind.OTHER_COURSE;
        if (endsOnADay && scheduledEnd == null) {
            throw new Refusal("Enter the day on which the apprenticeship or course is scheduled to end.");
        }
        if (!endsOnADay && scheduledEnd != null) {
            throw new Refusal("Only an apprenticeship or a course has a scheduled end; leave the date out.");
        }
    }

    /** At an institution of the further education sector. */
    public static Learning atFurtherEducationInstitution() {
        return new Learning(Kind.FURTHER_EDUCATION_INSTITUTION, null);
    }

    /** In an apprenticeship that is scheduled to end on that day. */
    public static Learning apprenticeshipUntil(LocalDate scheduledEnd) {
        return new Learning(Kind.APPRENTICESHIP, scheduledEnd);
    }

    /** On any other course that is scheduled to end on that day. */
    public static Learning courseUntil(LocalDate scheduledEnd) {
        return new Learning(Kind.OTHER_COURSE, scheduledEnd);
    }

    /** Not in education or training. */
    public static Learning none() {
        return new Learning(Kind.NONE, null);
    }
}
