package org.ehcpathway.statute;

import java.util.List;
import java.util.Optional;

/**
 * A row of the timescale table as the arithmetic needs it.
 *
 * @param timescale what everyone may read of the row
 * @param counting the counting, read
 * @param calendar what the tribunal's rules do to the last day
 * @param laterOf the other rule whose last day is compared, the later one counting
 * @param facts the further days, with their order
 */
record Row(
        Timescale timescale,
        Counting counting,
        TribunalCalendar calendar,
        Optional<LaterOf> laterOf,
        List<FurtherFact> facts) {

    /**
     * "APP-02 from certificate": compare with the last day of that rule, counted from that further fact, if it is known.
     *
     * @param rule the other rule's id
     * @param fact the further fact on which the other rule's clock starts
     */
    record LaterOf(String rule, String fact) {}
}
