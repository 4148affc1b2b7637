package org.ehcpathway.plan;

import java.time.LocalDate;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.AdviceState;
import org.springframework.data.annotation.Id;

/**
 * A line of section K: an advice the assessment asked for, with its author, role and date (regulation 12(1)(k)).
 *
 * @param number from 1; the plan names it as K1, K2 and so on
 * @param state as it was when the version was issued
 * @param dated the day it came, or the day of the answer that there will be none; may be null
 * @param documentId the report; null when the advice came in words, or not at all
 * @param words the advice, when it was given in words
 */
public record PlanAppendix(
        @Id Long id,
        Long versionId,
        int number,
        long adviceId,
        String title,
        String author,
        String authorRole,
        AdviceState state,
        LocalDate dated,
        Long documentId,
        String words) {

    static PlanAppendix of(Long version, int number, Advice advice) {
        return new PlanAppendix(
                null,
                version,
                number,
                advice.id(),
                advice.kind().title(),
                advice.adviserName(),
                advice.adviserTitle(),
                advice.state(),
                advice.receivedOn(),
                advice.documentId(),
                advice.words());
    }

    /** As the text of the plan names it, such as K2. */
    public String label() {
        return "K" + number;
    }
}
