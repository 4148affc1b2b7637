package org.ehcpathway.statute;

import java.util.List;

/**
 * A row of the timescale table as the arithmetic needs it.
 *
 * @param timescale what everyone may read of the row
 * @param counting the counting, read
 * @param calendar what the tribunal's rules do to the last day
 * @param effects what further dates do, in the order in which they are applied
 * @param facts the further dates, with their order
 * @param words the counting in a sentence; the same for every start, so it is made once
 */
record Row(
        Timescale timescale,
        Counting counting,
        TribunalCalendar calendar,
        List<Effect> effects,
        List<FurtherFact> facts,
        String words) {

    Row(
            Timescale timescale,
            Counting counting,
            TribunalCalendar calendar,
            List<Effect> effects,
            List<FurtherFact> facts) {
        this(timescale, counting, calendar, effects, facts, counting.inWords(timescale.clockStartsOn()));
    }
}
