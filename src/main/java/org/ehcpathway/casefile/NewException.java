package org.ehcpathway.casefile;

import java.time.LocalDate;
import org.ehcpathway.statute.Absence;
import org.ehcpathway.statute.AffectedPerson;
import org.ehcpathway.statute.Circumstances;
import org.ehcpathway.statute.Closure;
import org.ehcpathway.statute.ExceptionClaim;
import org.ehcpathway.statute.ExceptionGround;
import org.ehcpathway.statute.Refusal;

/**
 * An exception as a person claims it. Which facts are read depends on the ground; see {@link ClaimedException} for their
 * meaning.
 *
 * @param confirmed for a missed appointment: that the body which owes the advice made it; for an agreement: that it is in
 *     writing
 */
public record NewException(
        ExceptionGround ground,
        AffectedPerson affected,
        boolean lacksCapacity,
        LocalDate firstDay,
        LocalDate lastDay,
        LocalDate reopensOn,
        LocalDate askedOn,
        LocalDate newDate,
        boolean confirmed,
        String what,
        String because,
        String evidence,
        Long documentId) {

    /**
     * The claim as the law knows it.
     *
     * @throws Refusal when a fact is missing or cannot be, with what to give
     */
    ExceptionClaim claim() {
        return switch (Entry.chosen(ground, "which exception it is")) {
            case SCHOOL_CLOSED -> closed(false);
            case PROVIDER_CLOSED -> closed(true);
            case PERSONAL_CIRCUMSTANCES -> new ExceptionClaim.PersonalCircumstances(circumstances(), because);
            case AWAY -> new ExceptionClaim.Away(absence(), because);
            case BODY_CIRCUMSTANCES -> new ExceptionClaim.BodyCircumstances(circumstances(), because);
            case BODY_AWAY -> new ExceptionClaim.BodyAway(absence(), because);
            case APPOINTMENT_MISSED ->
                new ExceptionClaim.AppointmentMissed(what, firstDay, affected, confirmed, because);
            case EXISTING_ADVICE ->
                throw new Refusal("EX-6 excuses no date; it means that this advice is not asked for again.");
            case ORDER_SCHOOL_CLOSED -> new ExceptionClaim.AfterOrder(closed(false));
            case ORDER_PROVIDER_CLOSED -> new ExceptionClaim.AfterOrder(closed(true));
            case ORDER_CIRCUMSTANCES ->
                new ExceptionClaim.AfterOrder(new ExceptionClaim.PersonalCircumstances(circumstances(), because));
            case ORDER_AWAY -> new ExceptionClaim.AfterOrder(new ExceptionClaim.Away(absence(), because));
            case DIRECTED -> new ExceptionClaim.Directed(firstDay, newDate);
            case AGREED -> new ExceptionClaim.Agreed(firstDay, newDate, confirmed);
        };
    }

    private ExceptionClaim closed(boolean earlyYears) {
        return new ExceptionClaim.SettingClosed(earlyYears, new Closure(firstDay, reopensOn, askedOn), because);
    }

    private Circumstances circumstances() {
        return new Circumstances(what, firstDay, lastDay, affected);
    }

    private Absence absence() {
        return new Absence(firstDay, lastDay, affected);
    }
}
