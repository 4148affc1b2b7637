package org.ehcpathway.casefile;

/** Who asked for the EHC needs assessment, or brought the child to attention (Children and Families Act 2014 ss.22-24, 36(1)). */
public enum RequestSource {
    PARENT("Parent"),
    YOUNG_PERSON("Young person"),
    SETTING("School, college or nursery"),
    OTHER("Someone else");

    private final String title;

    RequestSource(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
