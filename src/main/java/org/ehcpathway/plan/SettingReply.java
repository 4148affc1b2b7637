package org.ehcpathway.plan;

/** What a setting answered when it was consulted on naming it (SCH-01, SCH-02). */
public enum SettingReply {
    ACCEPTS("can meet the needs"),
    OBJECTS("objects"),
    NONE("did not reply in 15 days");

    private final String title;

    SettingReply(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
