package org.ehcpathway.casefile;

/** What a member brings to the panel (S-14: the members come from several services and change from sitting to sitting). */
public enum PanelRole {
    SEN_MANAGER("SEN manager"),
    EDUCATIONAL_PSYCHOLOGY("Educational psychology"),
    HEALTH("Health"),
    SOCIAL_CARE("Social care"),
    SPECIALIST_TEACHER("Specialist teaching"),
    SCHOOL_HEAD("School or college head");

    private final String title;

    PanelRole(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
