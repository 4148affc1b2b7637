package org.ehcpathway.casefile;

/** Why a request ends before it was decided to its end. */
public enum EndingGround {
    /** The requester takes the request back. The council may go on all the same, where it thinks a plan may be necessary (s.36). */
    WITHDRAWN("The request is withdrawn", Stage.WITHDRAWN),
    /** The child or young person now lives in the area of another council, which is responsible from then on (s.24). */
    MOVED_AWAY("Moved to the area of another council", Stage.MOVED_AWAY),
    DIED("The child or young person has died", Stage.DIED),
    /** A second request for the same person; the earlier case goes on with its earlier dates. */
    LINKED("Joined to another case of the same person", Stage.LINKED),
    /** A first plan can be made only for somebody under 25 (ss.36, 37 and 83(2)); no right of appeal follows, for s.51 gives none. */
    TURNED_25("The young person has turned 25", Stage.NOT_ASSESSED, Stage.NO_PLAN);

    private final String title;
    private final Stage beforeAssessing;
    private final Stage afterwards;

    EndingGround(String title, Stage stage) {
        this(title, stage, stage);
    }

    EndingGround(String title, Stage beforeAssessing, Stage afterwards) {
        this.title = title;
        this.beforeAssessing = beforeAssessing;
        this.afterwards = afterwards;
    }

    public String title() {
        return title;
    }

    /** Where a case ends that stands at this stage. */
    public Stage stage(Stage now) {
        return now.compareTo(Stage.ADVICE) < 0 ? beforeAssessing : afterwards;
    }

    /** Whether a case that is closed at this stage may have ended so. */
    public boolean leadsTo(Stage end) {
        return end == beforeAssessing || end == afterwards;
    }
}
