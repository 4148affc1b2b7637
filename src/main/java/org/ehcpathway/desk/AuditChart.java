package org.ehcpathway.desk;

import java.util.ArrayList;
import java.util.List;
import org.ehcpathway.plan.audit.AuditTrend;

/**
 * The mean score of each month as bars. The table beside it says the same in numbers.
 *
 * @param width of the drawing, in its own units
 */
record AuditChart(int width, List<Bar> bars) {

    /** The height that stands for 100 per cent, and where it begins. */
    static final int FULL = 160;

    static final int TOP = 24;
    private static final int LEFT = 48;
    private static final int STEP = 64;
    private static final int BAR = 40;

    /** @param middle where the words below and above it are centred */
    record Bar(String month, int percent, int x, int y, int height, int breadth, int middle) {}

    static AuditChart of(AuditTrend trend) {
        List<Bar> bars = new ArrayList<>();
        for (AuditTrend.Line line : trend.byMonth()) {
            int x = LEFT + bars.size() * STEP + (STEP - BAR) / 2;
            int height = FULL * line.percent() / 100;
            bars.add(new Bar(line.what(), line.percent(), x, TOP + FULL - height, height, BAR, x + BAR / 2));
        }
        return new AuditChart(LEFT + Math.max(1, bars.size()) * STEP + 16, bars);
    }
}
