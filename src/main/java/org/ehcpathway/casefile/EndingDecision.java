package org.ehcpathway.casefile;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/** What was decided about the end of a request. Never changed. */
public record EndingDecision(
        @Id Long id, Long endingId, Verdict verdict, String reasons, String decidedBy, Instant decidedAt) {

    public enum Verdict {
        END,
        /** The council carries on, because it thinks a plan may be necessary, or because the ground does not hold. */
        GO_ON
    }
}
