package org.ehcpathway.plan.audit;

/** Which of the looks at a plan an audit is. */
public enum AuditRole {
    FIRST("First audit"),
    /** By somebody else, who does not see the first before signing off. */
    SECOND("Second audit"),
    /** By a third person, who sees both and settles where they differ. */
    MODERATION("Moderation");

    private final String title;

    AuditRole(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
