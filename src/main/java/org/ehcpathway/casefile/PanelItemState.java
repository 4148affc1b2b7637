package org.ehcpathway.casefile;

/** How far a case before the panel has come. The last three are ends. */
public enum PanelItemState {
    WAITING("Waits for a sitting"),
    ON_AGENDA("On an agenda"),
    RECOMMENDED("The panel has recommended"),
    TO_MANAGER("Gone to the manager without the panel"),
    WITHDRAWN("Withdrawn");

    private final String title;

    PanelItemState(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public boolean isOpen() {
        return compareTo(RECOMMENDED) < 0;
    }
}
