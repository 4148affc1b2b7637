package org.ehcpathway.casefile;

/** Where an episode stands. */
public enum EpisodeState {
    /** It is known that it will fall due; nobody has to do anything yet. */
    PLANNED,
    OPEN,
    CLOSED
}
