package org.ehcpathway.plan.audit;

import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ehcpathway.plan.AreaOfNeed;

/**
 * How good the audited plans were, by the month in which they were issued and by the areas of need they are about. Holds figures
 * only, nothing about a child.
 */
public record AuditTrend(List<Line> byMonth, List<Line> byArea) {

    /**
     * A plan whose audit is settled.
     *
     * @param percent its score
     */
    record Graded(YearMonth issued, Set<AreaOfNeed> areas, int percent, AuditGrade grade) {}

    /**
     * @param what the month, as 2027-01, or the area
     * @param percent the mean score
     */
    public record Line(String what, int plans, int percent, Map<AuditGrade, Integer> grades) {}

    /** A plan with needs of two areas counts in both; one without any counts in none. */
    static AuditTrend of(Collection<Graded> graded) {
        Map<YearMonth, List<Graded>> months =
                graded.stream().collect(Collectors.groupingBy(Graded::issued, TreeMap::new, Collectors.toList()));
        Map<AreaOfNeed, List<Graded>> areas = new EnumMap<>(AreaOfNeed.class);
        graded.forEach(
                plan -> plan.areas().forEach(area -> areas.computeIfAbsent(area, any -> new java.util.ArrayList<>())
                        .add(plan)));
        return new AuditTrend(lines(months, YearMonth::toString), lines(areas, AreaOfNeed::title));
    }

    private static <K> List<Line> lines(Map<K, List<Graded>> plans, Function<K, String> name) {
        return plans.entrySet().stream()
                .map(entry -> line(name.apply(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static Line line(String what, List<Graded> plans) {
        Map<AuditGrade, Integer> grades = new EnumMap<>(AuditGrade.class);
        for (AuditGrade grade : AuditGrade.values()) {
            grades.put(grade, (int)
                    plans.stream().filter(plan -> plan.grade() == grade).count());
        }
        int percent = (int)
                Math.round(plans.stream().mapToInt(Graded::percent).average().orElse(0));
        return new Line(what, plans.size(), percent, grades);
    }
}
