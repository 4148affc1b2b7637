package org.ehcpathway.casefile;

/** A step on the way to a meeting of the family with an officer of the council. */
public enum MeetingMove {
    ASKED("Asked for"),
    ARRANGED("Arranged"),
    HELD("Held"),
    /** By the family; the council cannot refuse it. */
    WITHDRAWN("No longer wanted by the family");

    private final String title;

    MeetingMove(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
