package org.ehcpathway.casefile;

/** What a setting answers when it is consulted on naming it (SCH-02). */
public enum ConsultationReply {
    ACCEPTS("Can meet the needs"),
    OBJECTS("Objects");

    private final String title;

    ConsultationReply(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
