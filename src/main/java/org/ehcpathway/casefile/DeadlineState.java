package org.ehcpathway.casefile;

/** How a deadline stands on a day. */
public enum DeadlineState {
    MET("Met"),
    MET_LATE("Met late"),
    OVERDUE("Overdue"),
    DUE_SOON("Due soon"),
    RUNNING("Running");

    private final String title;

    DeadlineState(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
