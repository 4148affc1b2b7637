package org.ehcpathway.statute;

/**
 * What a council decides or tells a family on the way to, with and from an EHC plan, as far as somebody may ask for a right of
 * appeal against it. Which of them carry one says {@link AppealRights}.
 */
public enum CouncilDecision {
    /** An assessment is being considered (L-02). */
    CONSIDERING_ASSESSMENT("the notice that an assessment is considered"),
    /** To carry out an EHC needs assessment (L-04). */
    TO_ASSESS("the decision to assess"),
    /** Not to carry out an EHC needs assessment (L-03). */
    NOT_TO_ASSESS("the decision not to assess"),
    /** After an assessment, to issue a plan (L-07). */
    TO_ISSUE_PLAN("the decision to issue a plan"),
    /** After an assessment, not to secure a plan (L-06). */
    NO_PLAN("the decision to issue no plan"),
    /** A draft plan (L-08). */
    DRAFT_PLAN("the draft plan"),
    /** A plan is first finalised (L-10). */
    PLAN_FINALISED("the first final plan"),
    /** To propose changes to a plan (L-15). */
    AMENDMENT_NOTICE("the amendment notice"),
    /** A final plan amended after a review, of the council's own motion (reg 28), or as an order or agreement says (L-16). */
    PLAN_AMENDED("the amended plan"),
    /** After a review, an amendment notice or a re-assessment, to leave the plan as it is (L-13, L-17). */
    NOT_TO_AMEND("the decision to leave the plan as it is"),
    /** To re-assess (L-18). */
    TO_REASSESS("the decision to re-assess"),
    /** Not to re-assess on request (L-18). */
    NOT_TO_REASSESS("the decision not to re-assess"),
    /** A final plan amended or replaced after a re-assessment (L-10). */
    PLAN_AFTER_REASSESSMENT("the plan after a re-assessment"),
    /** A plan has come from another council (L-20). */
    TRANSFER_IN("the notice that a plan was transferred"),
    /** Ceasing is being considered (L-19a). */
    CONSIDERING_CEASING("the notice that ceasing is considered"),
    /** To cease to maintain a plan (L-14, L-19b). */
    CEASE("the decision to cease the plan"),
    /** Not to make direct payments (L-24). */
    DIRECT_PAYMENTS_REFUSED("the refusal of direct payments"),
    /** A limit has passed and there is no decision. */
    NOT_YET_DECIDED("a decision that has not been made");

    private final String words;

    CouncilDecision(String words) {
        this.words = words;
    }

    /** As a sentence carries it: "the decision not to assess". */
    public String words() {
        return words;
    }
}
