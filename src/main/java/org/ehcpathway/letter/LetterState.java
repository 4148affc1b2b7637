package org.ehcpathway.letter;

/** How far a letter is. A letter that was sent, or withdrawn, never changes again. */
public enum LetterState {
    PREPARED,
    SIGNED,
    RENDERED,
    SENT,
    /** Not sent, because the decision it tells is looked at again. It is kept as it stood. */
    WITHDRAWN;

    /** Whether somebody still has to do something with the letter. */
    public boolean isUnderWay() {
        return this != SENT && this != WITHDRAWN;
    }
}
