package org.ehcpathway.casefile;

/** How far one piece of advice has come. */
public enum AdviceState {
    TO_BE_ASKED("To be asked"),
    REQUESTED("Requested"),
    RECEIVED("Received"),
    DECLINED("Declined"),
    NOT_AVAILABLE("Not available"),
    /** The family asked for it and the council does not think that reasonable; nobody is asked (regulation 6(1)(h)). */
    NOT_ASKED("Not asked for");

    private final String title;

    AdviceState(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Whether an answer is still to come. */
    public boolean isAwaited() {
        return this == TO_BE_ASKED || this == REQUESTED;
    }
}
