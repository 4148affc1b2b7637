package org.ehcpathway.casefile;

/** How a request reached the council. Any way counts, and none makes the clock start later. Not how letters go out. */
public enum CameBy {
    FORM("Form"),
    LETTER("Letter"),
    EMAIL("E-mail"),
    TELEPHONE("Told by telephone"),
    IN_PERSON("Told in person");

    private final String title;

    CameBy(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
