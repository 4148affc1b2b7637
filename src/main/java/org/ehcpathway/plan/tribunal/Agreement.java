package org.ehcpathway.plan.tribunal;

import java.util.List;

/**
 * What both sides agree on at one item of the plan, or in the words of one section, and whether the plan says it already.
 *
 * @param group what is taken over together, see {@link Place#group()}
 * @param title such as "F2"
 * @param positions the places it is about
 */
public record Agreement(String group, String title, List<Position> positions, State state) {

    /** How the version being written stands to what is agreed. */
    public enum State {
        /** It reads as before, so the agreed words can be taken over. */
        OPEN,
        /** It says what is agreed. */
        TAKEN,
        /** It says something else by now; a person must put both together. */
        CHANGED_MEANWHILE,
        /** Section I is proposed and signed by a manager, not written. */
        FOR_THE_MANAGER
    }
}
