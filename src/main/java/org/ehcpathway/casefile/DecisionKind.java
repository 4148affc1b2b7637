package org.ehcpathway.casefile;

/** The decisions that are kept with their legal ground, reasons and evidence. */
public enum DecisionKind {
    ASSESS("Carry out an EHC needs assessment"),
    NOT_ASSESS("Not carry out an EHC needs assessment"),
    ISSUE_PLAN("Issue an EHC plan"),
    NO_PLAN("Not issue an EHC plan"),
    NAME_SETTING("Name a setting in the plan"),
    FINALISE_PLAN("Finalise the plan"),
    KEEP_PLAN("Maintain the plan unchanged"),
    AMEND_PLAN("Amend the plan"),
    /** After a notice of amendments (regulation 22(4)). */
    NOT_AMEND("Not amend the plan after all"),
    FINALISE_AMENDED("Finalise the amended plan"),
    CEASE_PLAN("Cease to maintain the plan");

    private final String title;

    DecisionKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
