package org.ehcpathway.statute;

import java.time.LocalDate;

/**
 * An exception to a time limit as it is claimed: one of EX-1 to EX-9 with the facts its condition asks for. A claim that lacks
 * a fact cannot be made: its constructor throws a {@link Refusal} that says what to give.
 *
 * <p>{@code because} says why the ground made it impractical to act by the due date, since each of these exceptions excuses
 * only what it caused. {@link Exceptions} decides.
 */
public sealed interface ExceptionClaim {

    ExceptionGround ground();

    /** EX-1 and EX-2: the council asked for advice when the setting was closed, or about to be. */
    record SettingClosed(boolean earlyYears, Closure closure, String because) implements ExceptionClaim {

        public SettingClosed {
            Claimed.chosen(closure, "the days of the closure");
            because = Claimed.because(because);
        }

        @Override
        public ExceptionGround ground() {
            return earlyYears ? ExceptionGround.PROVIDER_CLOSED : ExceptionGround.SCHOOL_CLOSED;
        }
    }

    /** EX-3. */
    record PersonalCircumstances(Circumstances circumstances, String because) implements ExceptionClaim {

        public PersonalCircumstances {
            Claimed.chosen(circumstances, "the circumstances");
            because = Claimed.because(because);
        }

        @Override
        public ExceptionGround ground() {
            return ExceptionGround.PERSONAL_CIRCUMSTANCES;
        }
    }

    /** EX-4; inside EX-7 two weeks are enough. */
    record Away(Absence absence, String because) implements ExceptionClaim {

        public Away {
            Claimed.chosen(absence, "the days of the absence");
            because = Claimed.because(because);
        }

        @Override
        public ExceptionGround ground() {
            return ExceptionGround.AWAY;
        }
    }

    /** EX-5(a), for a body asked for advice under s.31 of the Children and Families Act 2014. */
    record BodyCircumstances(Circumstances circumstances, String because) implements ExceptionClaim {

        public BodyCircumstances {
            Claimed.chosen(circumstances, "the circumstances");
            because = Claimed.because(because);
        }

        @Override
        public ExceptionGround ground() {
            return ExceptionGround.BODY_CIRCUMSTANCES;
        }
    }

    /** EX-5(b). */
    record BodyAway(Absence absence, String because) implements ExceptionClaim {

        public BodyAway {
            Claimed.chosen(absence, "the days of the absence");
            because = Claimed.because(because);
        }

        @Override
        public ExceptionGround ground() {
            return ExceptionGround.BODY_AWAY;
        }
    }

    /**
     * EX-5(c).
     *
     * @param what the examination or test
     * @param madeByThatBody whether the body that owes the advice made the appointment
     */
    record AppointmentMissed(String what, LocalDate on, AffectedPerson who, boolean madeByThatBody, String because)
            implements ExceptionClaim {

        public AppointmentMissed {
            what = Claimed.words(what, "for which examination or test the appointment was");
            Claimed.day(on, "the day of the missed appointment");
            Claimed.chosen(who, "who missed the appointment");
            because = Claimed.because(because);
        }

        @Override
        public ExceptionGround ground() {
            return ExceptionGround.APPOINTMENT_MISSED;
        }
    }

    /**
     * EX-6: the advice was given before, and all three are satisfied that it is sufficient.
     *
     * @param what which advice, by whom
     * @param givenOn the day it was given, for whatever purpose
     * @param giverAgrees whether the person who gave it is satisfied
     * @param familyAgrees whether the child's parent, or the young person, is satisfied
     */
    record ExistingAdvice(
            String what, LocalDate givenOn, boolean giverAgrees, boolean councilAgrees, boolean familyAgrees)
            implements ExceptionClaim {

        public ExistingAdvice {
            what = Claimed.words(what, "which advice there is already");
            Claimed.day(givenOn, "the day the advice was given");
        }

        @Override
        public ExceptionGround ground() {
            return ExceptionGround.EXISTING_ADVICE;
        }
    }

    /**
     * EX-7, after an order of the tribunal or a concession: any circumstance of EX-1 to EX-4, an absence being enough from two
     * weeks on.
     */
    record AfterOrder(ExceptionClaim circumstance) implements ExceptionClaim {

        public AfterOrder {
            ground(circumstance);
        }

        @Override
        public ExceptionGround ground() {
            return ground(circumstance);
        }

        private static ExceptionGround ground(ExceptionClaim circumstance) {
            return switch (Claimed.chosen(circumstance, "the circumstance").ground()) {
                case SCHOOL_CLOSED -> ExceptionGround.ORDER_SCHOOL_CLOSED;
                case PROVIDER_CLOSED -> ExceptionGround.ORDER_PROVIDER_CLOSED;
                case PERSONAL_CIRCUMSTANCES -> ExceptionGround.ORDER_CIRCUMSTANCES;
                case AWAY -> ExceptionGround.ORDER_AWAY;
                default ->
                    throw new Refusal(
                            "EX-7 rests on a closure, on personal circumstances or on an absence; choose one.");
            };
        }
    }

    /**
     * EX-8.
     *
     * @param on the day of the direction
     * @param newDate the day by which the tribunal wants the act done
     */
    record Directed(LocalDate on, LocalDate newDate) implements ExceptionClaim {

        public Directed {
            Claimed.day(on, "the day of the tribunal's direction");
            if (Claimed.day(newDate, "the new date").isBefore(on)) {
                throw new Refusal("Check the new date; it is before the direction.");
            }
        }

        @Override
        public ExceptionGround ground() {
            return ExceptionGround.DIRECTED;
        }
    }

    /**
     * EX-9.
     *
     * @param on the day the parties agreed
     * @param newDate the last day of the period they agreed
     */
    record Agreed(LocalDate on, LocalDate newDate, boolean inWriting) implements ExceptionClaim {

        public Agreed {
            Claimed.day(on, "the day the parties agreed");
            if (Claimed.day(newDate, "the new date").isBefore(on)) {
                throw new Refusal("Check the new date; it is before the agreement.");
            }
        }

        @Override
        public ExceptionGround ground() {
            return ExceptionGround.AGREED;
        }
    }
}
