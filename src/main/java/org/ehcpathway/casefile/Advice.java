package org.ehcpathway.casefile;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * One piece of advice for the assessment, from the first thought of asking to the report or the reasons why there is none.
 *
 * @param adviserAddress where the request is sent; may be null
 * @param adviserGroup the group whose members may enter this advice
 * @param dueOn six weeks after the request; binding on the bodies of regulation 8, guidance for others
 * @param receivedOn the day the advice arrived, or the answer that there will be none
 * @param documentId the report, when it came as a paper
 * @param words the advice, when it was written here
 * @param reasons why there is no advice (Children and Families Act 2014 s.31(3) for the bodies of s.31)
 */
public record Advice(
        @Id Long id,
        Long caseId,
        AdviceKind kind,
        String adviserName,
        String adviserTitle,
        @Embedded.Nullable(prefix = "adviser_address_") Address adviserAddress,
        String adviserEmail,
        String adviserGroup,
        LocalDate requestedOn,
        LocalDate dueOn,
        AdviceState state,
        LocalDate receivedOn,
        Long documentId,
        String words,
        String reasons) {

    Advice requested(LocalDate on, LocalDate due) {
        return with(on, due, AdviceState.REQUESTED, null, null, null, null);
    }

    Advice received(LocalDate on, Long document, String adviceInWords) {
        return with(requestedOn, dueOn, AdviceState.RECEIVED, on, document, adviceInWords, reasons);
    }

    Advice without(AdviceState why, LocalDate on, String whyInWords) {
        return with(requestedOn, dueOn, why, on, null, null, whyInWords);
    }

    private Advice with(
            LocalDate newRequestedOn,
            LocalDate newDueOn,
            AdviceState newState,
            LocalDate newReceivedOn,
            Long newDocumentId,
            String newWords,
            String newReasons) {
        return new Advice(
                id,
                caseId,
                kind,
                adviserName,
                adviserTitle,
                adviserAddress,
                adviserEmail,
                adviserGroup,
                newRequestedOn,
                newDueOn,
                newState,
                newReceivedOn,
                newDocumentId,
                newWords,
                newReasons);
    }
}
