package org.ehcpathway.letter;

/** Whom the words of a letter speak to. */
public enum Reader {
    /** The parent, the young person, or who stands in for them. */
    FAMILY,
    /** Somebody whom the law only has told, and who gets the family's letter as a copy. */
    COPY,
    /** A body, a setting, an adviser: spoken to about the child or young person. */
    PROFESSIONAL
}
