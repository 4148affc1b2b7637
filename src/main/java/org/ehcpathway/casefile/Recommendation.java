package org.ehcpathway.casefile;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * What the panel recommends to the person who decides. Never changed.
 *
 * @param inFavour of the assessment or of the plan that the question is about
 * @param provision what is to be provided, in words; may be null
 * @param fundingBand one of the council's bands; null where hours are named, or nothing
 * @param hoursPerWeek hours of support a week; null where a band is named, or nothing
 */
public record Recommendation(
        @Id Long id,
        Long caseId,
        PanelQuestion question,
        boolean inFavour,
        String reasons,
        String provision,
        String fundingBand,
        BigDecimal hoursPerWeek,
        String recordedBy,
        LocalDate madeOn,
        Instant recordedAt) {

    /** Whether it recommends a plan. */
    public boolean issuePlan() {
        return question == PanelQuestion.ISSUE && inFavour;
    }

    /** The funding in words, such as "Band 3" or "15 hours a week"; null where none is named. */
    public String funding() {
        if (hoursPerWeek != null) {
            return hoursPerWeek.stripTrailingZeros().toPlainString() + " hours a week";
        }
        return fundingBand;
    }
}
