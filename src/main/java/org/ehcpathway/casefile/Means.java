package org.ehcpathway.casefile;

/** How words of a family reached the council. */
public enum Means {
    LETTER("By letter"),
    EMAIL("By email"),
    TELEPHONE("By telephone"),
    IN_PERSON("In person"),
    MEETING("At a meeting"),
    OTHER("In another way");

    private final String title;

    Means(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
