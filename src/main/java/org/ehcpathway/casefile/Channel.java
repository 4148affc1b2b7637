package org.ehcpathway.casefile;

/** How a person wants to get letters. E-mail only with the person's written consent (Education Act 1996 s.572). */
public enum Channel {
    POST("Post"),
    EMAIL("Email");

    private final String title;

    Channel(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
