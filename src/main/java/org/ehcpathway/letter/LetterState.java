package org.ehcpathway.letter;

/** How far a letter is. A letter that was sent, or withdrawn before it was, never changes again. */
public enum LetterState {
    PREPARED,
    SIGNED,
    RENDERED,
    SENT,
    /** Begun, and taken back before it was sent; nobody gets it any more. */
    WITHDRAWN;

    /** Whether nothing is left to be done with the letter. */
    public boolean isOver() {
        return this == SENT || this == WITHDRAWN;
    }
}
