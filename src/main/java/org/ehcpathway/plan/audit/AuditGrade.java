package org.ehcpathway.plan.audit;

/** How good an audited plan is; worked out from the answers by the table plan-audit, and never chosen. */
public enum AuditGrade {
    OUTSTANDING("Outstanding"),
    GOOD("Good"),
    REQUIRES_IMPROVEMENT("Requires improvement"),
    INADEQUATE("Inadequate");

    private final String title;

    AuditGrade(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
