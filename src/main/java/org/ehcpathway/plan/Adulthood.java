package org.ehcpathway.plan;

/** What provision or an outcome prepares for in adulthood and independent living (regulation 12(3); Code of Practice 7.38). */
public enum Adulthood {
    EMPLOYMENT("Higher education and employment"),
    INDEPENDENT_LIVING("Independent living"),
    COMMUNITY("Friends, relationships and the community"),
    HEALTH("Being as healthy as possible");

    private final String title;

    Adulthood(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
