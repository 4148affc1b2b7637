package org.ehcpathway.desk;

/** How much of a case a person sees. */
enum Sight {
    /** Nothing, not even that the case exists. */
    NONE,
    /** Stages, dates and kinds of decisions; no names and nothing anybody wrote. For statistics. */
    FIGURES,
    /** The child's name, the letter that consults this person's setting, what came with it, and this person's own papers. */
    CONSULTED,
    /** The child, the advice asked of this person, what the family said for it and this person's own papers. */
    ADVICE,
    /** The papers a panel decides on: no addresses, no letters, no history. */
    PANEL,
    /** Everything. */
    WHOLE;

    boolean isAtLeast(Sight other) {
        return compareTo(other) >= 0;
    }
}
