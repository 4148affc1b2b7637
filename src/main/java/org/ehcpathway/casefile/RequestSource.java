package org.ehcpathway.casefile;

/**
 * Who asked for the EHC needs assessment (Children and Families Act 2014 s.36(1)), or brought the child or young person to
 * the council's attention: a health body (s.23), or anyone else (s.24(1)(b)). The clock is the same for all of them.
 */
public enum RequestSource {
    PARENT("Parent"),
    YOUNG_PERSON("Young person"),
    SETTING("School, college or nursery"),
    HEALTH_BODY("Health body"),
    EARLY_YEARS("Early years provider"),
    SOCIAL_CARE("Social care"),
    FOSTER_CARER("Foster carer"),
    YOUTH_JUSTICE("Youth justice"),
    OTHER("Someone else");

    private final String title;

    RequestSource(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
