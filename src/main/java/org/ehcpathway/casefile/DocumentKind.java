package org.ehcpathway.casefile;

/** What a document is in the file. */
public enum DocumentKind {
    REQUEST("Request"),
    ADVICE("Advice"),
    PLAN("Plan"),
    LETTER("Letter"),
    OTHER("Other paper");

    private final String title;

    DocumentKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
