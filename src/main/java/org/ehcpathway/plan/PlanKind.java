package org.ehcpathway.plan;

/** What a version of a plan is for. */
public enum PlanKind {
    /** Served on the family with neither setting nor type (Children and Families Act 2014 s.38(5)). */
    DRAFT("Draft EHC plan"),
    /** Names the setting or type, signed and dated (regulations 13 and 14). */
    FINAL("EHC plan");

    private final String title;

    PlanKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
