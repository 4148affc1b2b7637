package org.ehcpathway.letter;

/**
 * The letters of the straight road from a request to a final plan. The content that the law asks of each is in the README beside
 * its template, {@code letters/<id>/<version>/}.
 */
public enum LetterKind {
    L_01("Consultation after a request"),
    L_03("Decision not to assess"),
    L_04("Decision to assess"),
    L_05("Request for advice"),
    L_06("Decision not to issue a plan"),
    L_07("Decision to issue a plan"),
    L_08("Draft plan"),
    L_10("Final plan");

    private final String title;

    LetterKind(String title) {
        this.title = title;
    }

    /** The kind with this id, such as L-03. */
    public static LetterKind of(String id) {
        return valueOf(id.replace('-', '_'));
    }

    /** The statutory sheet's id, such as L-03. */
    public String id() {
        return name().replace('_', '-');
    }

    public String title() {
        return title;
    }

    /** The version of the template that letters prepared from now on use. Older letters keep theirs. */
    int templateVersion() {
        return 1;
    }

    /** Whether the letter is nothing without the draft or the final plan in the same envelope. */
    boolean needsEnclosure() {
        return this == L_08 || this == L_10;
    }
}
