package org.ehcpathway.plan.tribunal;

/**
 * What words of a working document are: of the plan as it was, or a proposal of one side, or agreed. The Tribunal's key marks them:
 * agreed underlined, the family's bold, the council's italic; deletions of each struck through.
 */
public enum Mark {
    ORIGINAL(null, false, "in the plan"),
    AGREED_ADDITION(null, false, "added, agreed"),
    AGREED_DELETION(null, true, "deleted, agreed"),
    FAMILY_ADDITION(Side.FAMILY, false, "added by the family"),
    FAMILY_DELETION(Side.FAMILY, true, "deleted by the family"),
    COUNCIL_ADDITION(Side.COUNCIL, false, "added by the council"),
    COUNCIL_DELETION(Side.COUNCIL, true, "deleted by the council");

    private final Side side;
    private final boolean deletion;
    private final String title;

    Mark(Side side, boolean deletion, String title) {
        this.side = side;
        this.deletion = deletion;
        this.title = title;
    }

    /** Whose proposal it is; null when it is agreed, or no change. */
    public Side side() {
        return side;
    }

    public boolean deletion() {
        return deletion;
    }

    /** Whether the words were not in the plan. */
    public boolean addition() {
        return !deletion && this != ORIGINAL;
    }

    public boolean agreed() {
        return side == null && this != ORIGINAL;
    }

    /** For those who hear the text instead of seeing how it is set. */
    public String title() {
        return title;
    }

    static Mark additionBy(Side side) {
        return side == Side.FAMILY ? FAMILY_ADDITION : COUNCIL_ADDITION;
    }

    static Mark deletionBy(Side side) {
        return side == Side.FAMILY ? FAMILY_DELETION : COUNCIL_DELETION;
    }
}
