package org.ehcpathway.casefile;

/** Why a request ends before it was decided to its end. */
public enum EndingGround {
    /** The requester takes the request back. The council may go on all the same, where it thinks a plan may be necessary (s.36). */
    WITHDRAWN("The request is withdrawn", Stage.WITHDRAWN),
    /** The child or young person now lives in the area of another council, which is responsible from then on (s.24). */
    MOVED_AWAY("Moved to the area of another council", Stage.MOVED_AWAY),
    DIED("The child or young person has died", Stage.DIED),
    /** A second request for the same person; the earlier case goes on with its earlier dates. */
    LINKED("Joined to another case of the same person", Stage.LINKED);

    private final String title;
    private final Stage stage;

    EndingGround(String title, Stage stage) {
        this.title = title;
        this.stage = stage;
    }

    public String title() {
        return title;
    }

    /** Where the case ends. */
    public Stage stage() {
        return stage;
    }
}
