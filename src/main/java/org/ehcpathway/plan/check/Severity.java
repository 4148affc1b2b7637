package org.ehcpathway.plan.check;

/** How much a finding weighs. Only what can be decided without reading the words the way a person does is a legal error. */
public enum Severity {
    /** The plan may not go out. */
    LEGAL("Legal error"),
    /** The plan may go out when somebody has given a reason. */
    STYLE("Warning");

    private final String title;

    Severity(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
