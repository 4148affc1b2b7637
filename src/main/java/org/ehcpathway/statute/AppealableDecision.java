package org.ehcpathway.statute;

import java.time.LocalDate;
import java.time.Month;

/**
 * The decisions that carry a right of appeal to the First-tier Tribunal (Children and Families Act 2014 s.51(2)).
 *
 * <p>A decision that is not here carries none.
 */
public enum AppealableDecision {
    /** Not to carry out an EHC needs assessment. */
    NOT_TO_ASSESS('a', false),
    /** After an assessment, not to secure a plan. */
    NO_PLAN('b', true),
    /** A plan is first finalised, or finalised after amendment or replacement: what stands in sections B, F and I. */
    PLAN_FINALISED('c', true),
    /** Not to re-assess on request. */
    NOT_TO_REASSESS('d', true),
    /** Not to amend or replace a plan after a review or re-assessment. */
    NOT_TO_AMEND('e', true),
    /** To cease to maintain a plan. */
    CEASE('f', true);

    /** Day on which SI 2017/1306 came into force. */
    private static final LocalDate RECOMMENDATIONS_SINCE = LocalDate.of(2018, Month.APRIL, 3);

    private final char head;
    private final boolean recommendations;

    AppealableDecision(char head, boolean recommendations) {
        this.head = head;
        this.recommendations = recommendations;
    }

    /** The letter of the head of s.51(2), 'a' to 'f'. */
    public char head() {
        return head;
    }

    /**
     * Whether the tribunal may also recommend on health and social care when it hears an appeal against such a decision
     * (SI 2017/1306, decisions since 3 April 2018). Never for a refusal to assess.
     */
    public boolean recommendations(LocalDate sentOn) {
        return recommendations && !sentOn.isBefore(RECOMMENDATIONS_SINCE);
    }
}
