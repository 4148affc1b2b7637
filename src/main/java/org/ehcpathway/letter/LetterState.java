package org.ehcpathway.letter;

/** How far a letter is. A letter that was sent never changes again. */
public enum LetterState {
    PREPARED,
    SIGNED,
    RENDERED,
    SENT
}
