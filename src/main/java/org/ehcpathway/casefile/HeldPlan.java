package org.ehcpathway.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * A plan that the council maintains, or maintained: one entry of the register of plans.
 *
 * @param madeOn the day the plan was first made, by this council or by another
 * @param heldSince from that day on this council maintains it
 * @param endedOn the day it ended; null while it is in force
 * @param endedWhy how it ended, in words; null while it is in force
 */
public record HeldPlan(
        @Id Long id,
        Long caseId,
        LocalDate madeOn,
        LocalDate heldSince,
        Origin origin,
        LocalDate endedOn,
        String endedWhy,
        Instant recordedAt) {

    /** How the council came to maintain it. */
    public enum Origin {
        MADE,
        /** Another council transferred it (regulation 15). */
        MOVED_IN
    }

    public boolean isInForce() {
        return endedOn == null;
    }

    HeldPlan ended(LocalDate on, String why) {
        return new HeldPlan(id, caseId, madeOn, heldSince, origin, on, why, recordedAt);
    }
}
