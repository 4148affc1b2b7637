package org.ehcpathway.desk;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.ehcpathway.casefile.NewException;
import org.ehcpathway.statute.AffectedPerson;
import org.ehcpathway.statute.ExceptionFinding;
import org.ehcpathway.statute.ExceptionGround;
import org.ehcpathway.statute.Refusal;

/**
 * An exception as it is typed on the case page, with what came back. First the deadline and the ground are chosen, because each
 * ground has its own questions; then these are answered.
 *
 * @param deadlineId the deadline it is claimed for; 0 before one is chosen
 * @param ground code of the ground; empty before one is chosen
 * @param error why it was not taken, or null
 * @param finding what the law says to it, or null before it was asked
 */
record Claiming(
        long deadlineId,
        String ground,
        String affected,
        boolean lacksCapacity,
        String firstDay,
        String lastDay,
        String reopensOn,
        String askedOn,
        String newDate,
        boolean confirmed,
        String what,
        String because,
        String evidence,
        String documentId,
        String error,
        ExceptionFinding finding) {

    static final Claiming NOTHING = chosen(0, "");

    /** What the questions of a ground are about. */
    enum Asks {
        CLOSURE,
        CIRCUMSTANCES,
        ABSENCE,
        APPOINTMENT,
        DIRECTION,
        AGREEMENT
    }

    static Claiming chosen(long deadlineId, String ground) {
        return new Claiming(deadlineId, ground, "", false, "", "", "", "", "", false, "", "", "", "", null, null);
    }

    Claiming refused(String sentence) {
        return with(sentence, null);
    }

    Claiming found(ExceptionFinding answer) {
        return with(null, answer);
    }

    private Claiming with(String newError, ExceptionFinding newFinding) {
        return new Claiming(
                deadlineId,
                ground,
                affected,
                lacksCapacity,
                firstDay,
                lastDay,
                reopensOn,
                askedOn,
                newDate,
                confirmed,
                what,
                because,
                evidence,
                documentId,
                newError,
                newFinding);
    }

    /** Whether the page shows the questions. */
    public boolean begun() {
        return deadlineId != 0 && !ground.isEmpty();
    }

    /** @throws Refusal when no ground of that code can be claimed for a deadline */
    public ExceptionGround chosenGround() {
        return Arrays.stream(ExceptionGround.values())
                .filter(known -> known != ExceptionGround.EXISTING_ADVICE)
                .filter(known -> known.name().equals(ground))
                .findFirst()
                .orElseThrow(() -> new Refusal("Choose which exception it is."));
    }

    public Asks asks() {
        return switch (chosenGround()) {
            case SCHOOL_CLOSED, PROVIDER_CLOSED, ORDER_SCHOOL_CLOSED, ORDER_PROVIDER_CLOSED -> Asks.CLOSURE;
            case PERSONAL_CIRCUMSTANCES, BODY_CIRCUMSTANCES, ORDER_CIRCUMSTANCES -> Asks.CIRCUMSTANCES;
            case AWAY, BODY_AWAY, ORDER_AWAY -> Asks.ABSENCE;
            case APPOINTMENT_MISSED -> Asks.APPOINTMENT;
            case DIRECTED -> Asks.DIRECTION;
            case AGREED, EXISTING_ADVICE -> Asks.AGREEMENT;
        };
    }

    public boolean asksWho() {
        return asks() == Asks.CIRCUMSTANCES || asks() == Asks.ABSENCE || asks() == Asks.APPOINTMENT;
    }

    /**
     * As the file takes it; answers to questions that this ground does not ask are left out.
     *
     * @throws Refusal when a date cannot be read
     */
    NewException read() {
        ExceptionGround chosen = chosenGround();
        Asks asks = asks();
        return new NewException(
                chosen,
                asksWho() ? person() : null,
                asksWho() && lacksCapacity,
                day(firstDay),
                asks == Asks.CIRCUMSTANCES || asks == Asks.ABSENCE ? day(lastDay) : null,
                asks == Asks.CLOSURE ? day(reopensOn) : null,
                asks == Asks.CLOSURE ? day(askedOn) : null,
                chosen.setsANewDate() ? day(newDate) : null,
                confirmed,
                asks == Asks.CIRCUMSTANCES || asks == Asks.APPOINTMENT ? what : null,
                because,
                evidence,
                documentId.isBlank() ? null : number(documentId));
    }

    private AffectedPerson person() {
        return Arrays.stream(AffectedPerson.values())
                .filter(known -> known.name().equals(affected))
                .findFirst()
                .orElse(null);
    }

    /** Null for nothing: the law says what is missing. */
    private static LocalDate day(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException noDate) {
            throw new Refusal("Write each day as a date, such as 2026-09-14.");
        }
    }

    private static Long number(String typed) {
        try {
            return Long.valueOf(typed.strip());
        } catch (NumberFormatException noNumber) {
            throw new Refusal("Choose a paper of this case.");
        }
    }
}
