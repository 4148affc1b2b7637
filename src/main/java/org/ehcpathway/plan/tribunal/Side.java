package org.ehcpathway.plan.tribunal;

/** The two parties of an appeal about a plan: the council, and the parent or young person. */
public enum Side {
    COUNCIL("the council"),
    FAMILY("the family");

    private final String title;

    Side(String title) {
        this.title = title;
    }

    /** In the middle of a sentence. */
    public String title() {
        return title;
    }

    public Side other() {
        return this == COUNCIL ? FAMILY : COUNCIL;
    }
}
