package org.ehcpathway.plan;

/** What a version of a plan is for. */
public enum PlanKind {
    /** Served on the family with neither setting nor type (Children and Families Act 2014 s.38(5)). */
    DRAFT("Draft EHC plan"),
    /** Names the setting or type, signed and dated (regulations 13 and 14). */
    FINAL("EHC plan"),
    /** The plan as it would read with the amendments of a notice (regulations 22(2) and 28). */
    PROPOSED_AMENDMENT("EHC plan with proposed amendments"),
    /** The plan as amended, signed and dated (regulations 22(3), (4) and 28). */
    FINAL_AMENDED("Amended EHC plan");

    private final String title;

    PlanKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Whether it is the plan itself, which names a setting or type and is signed, and not a proposal for one. */
    public boolean isFinal() {
        return this == FINAL || this == FINAL_AMENDED;
    }
}
