package org.ehcpathway.casefile;

/** Where a case stands, in the order of the road. Those after PLAN_FINALISED are ends. */
public enum Stage {
    REQUEST("Request"),
    ADVICE("Advice"),
    PANEL("Panel"),
    DECISION("Decision"),
    DRAFT("Draft plan"),
    REPRESENTATIONS("Representations"),
    FINALISE("Finalise"),
    /** The council maintains the plan. */
    PLAN_FINALISED("Plan in force"),
    PLAN_ENDED("Plan ended"),
    NOT_ASSESSED("Not assessed"),
    NO_PLAN("No plan"),
    WITHDRAWN("Request withdrawn"),
    MOVED_AWAY("Moved to another council"),
    DIED("The person has died"),
    LINKED("Joined to another case");

    private final String title;

    Stage(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Whether a case that stands here is closed. */
    public boolean isEnd() {
        return compareTo(PLAN_FINALISED) > 0;
    }
}
