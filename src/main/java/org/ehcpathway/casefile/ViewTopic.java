package org.ehcpathway.casefile;

/** What the family spoke about. */
public enum ViewTopic {
    REQUEST("The request"),
    /** Section A of a plan repeats these. */
    ASPIRATIONS("Views, interests and aspirations"),
    ASSESSMENT("The assessment"),
    DRAFT_PLAN("The draft plan"),
    SETTING("The school, college or nursery"),
    MEETING("A meeting"),
    OTHER("Something else");

    private final String title;

    ViewTopic(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
