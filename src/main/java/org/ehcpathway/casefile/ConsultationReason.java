package org.ehcpathway.casefile;

/** Why a setting is consulted. */
public enum ConsultationReason {
    /** Children and Families Act 2014 s.39(2); SCH-01. */
    REQUESTED("The family asked for it"),
    /** Sections 39(5) and 40(3); SCH-03. */
    CONSIDERED("The council thinks of naming it");

    private final String title;

    ConsultationReason(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
