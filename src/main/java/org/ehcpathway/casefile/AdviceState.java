package org.ehcpathway.casefile;

/** How far one piece of advice has come. */
public enum AdviceState {
    TO_BE_ASKED("To be asked"),
    REQUESTED("Requested"),
    RECEIVED("Received"),
    DECLINED("Declined"),
    NOT_AVAILABLE("Not available");

    private final String title;

    AdviceState(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
