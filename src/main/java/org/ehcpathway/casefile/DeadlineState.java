package org.ehcpathway.casefile;

/** How a deadline stands on a day. */
public enum DeadlineState {
    MET("Met"),
    MET_LATE("Met late"),
    /** After its due date, and an approved exception excuses that. */
    MET_LATE_EXCUSED("Met late, exception relied on"),
    OVERDUE("Overdue"),
    /** Past its due date and still to be done; an approved exception excuses that. */
    LATE_EXCUSED("Late but excused"),
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
