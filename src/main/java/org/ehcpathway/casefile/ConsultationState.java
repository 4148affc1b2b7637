package org.ehcpathway.casefile;

/** How far the consultation of one setting has come. */
public enum ConsultationState {
    PLANNED("To be consulted"),
    /** Its letter is being prepared. */
    BEGUN("Letter being prepared"),
    CONSULTED("Consulted"),
    REPLIED("Replied"),
    /** The plan is final, or the letter never went. */
    CLOSED("Ended without a reply");

    private final String title;

    ConsultationState(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
