package org.ehcpathway.plan.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ehcpathway.plan.ItemField;
import org.ehcpathway.plan.PlanPart;

/** Finds what a later version changes; what is not changed is not among it. */
public final class PlanChanges {

    private PlanChanges() {}

    /** The changes in the order of the plan. {@code before.after(changes)} is {@code after}. */
    public static List<PlanChange> between(PlanContent before, PlanContent after) {
        List<PlanChange> changes = new ArrayList<>();
        for (PlanPart part : PlanPart.values()) {
            String from = before.words().get(part);
            String to = after.words().get(part);
            if (!from.equals(to)) {
                changes.add(new PlanChange.SectionWords(part, from, to));
            }
            if (part == PlanPart.A) {
                quotes(before, after, changes);
            }
            if (part == PlanPart.J) {
                // Section I stands before J in the plan.
                naming(before, after, changes);
            }
            if (part.hasItems()) {
                items(part, before.items().get(part), after.items().get(part), changes);
            }
        }
        appendices(before, after, changes);
        return changes;
    }

    private static void quotes(PlanContent before, PlanContent after, List<PlanChange> changes) {
        before.quotes().stream()
                .filter(view -> !after.quotes().contains(view))
                .forEach(view -> changes.add(new PlanChange.QuoteRemoved(view)));
        after.quotes().stream()
                .filter(view -> !before.quotes().contains(view))
                .forEach(view -> changes.add(new PlanChange.QuoteAdded(view)));
    }

    private static void naming(PlanContent before, PlanContent after, List<PlanChange> changes) {
        if (!Objects.equals(before.naming(), after.naming())) {
            changes.add(new PlanChange.SettingNamed(before.naming(), after.naming()));
        }
    }

    private static void items(
            PlanPart part, List<PlanContent.Item> before, List<PlanContent.Item> after, List<PlanChange> changes) {
        Map<Long, PlanContent.Item> later = byLine(after);
        Map<Long, PlanContent.Item> earlier = byLine(before);
        for (PlanContent.Item item : before) {
            if (!later.containsKey(item.line())) {
                changes.add(new PlanChange.ItemRemoved(part, item));
            }
        }
        Set<Long> moved = moved(lines(before, later), lines(after, earlier));
        for (int place = 0; place < after.size(); place++) {
            PlanContent.Item to = after.get(place);
            PlanContent.Item from = earlier.get(to.line());
            if (from == null) {
                changes.add(new PlanChange.ItemAdded(part, place, to));
                continue;
            }
            if (moved.contains(to.line())) {
                changes.add(new PlanChange.ItemMoved(part, to.line(), place));
            }
            for (ItemField field : ItemField.differing(from.says(), to.says())) {
                changes.add(
                        new PlanChange.ItemAnswer(part, to.line(), field, field.of(from.says()), field.of(to.says())));
            }
            if (!from.ties().equals(to.ties())) {
                changes.add(new PlanChange.ItemTies(part, to.line(), from.ties(), to.ties()));
            }
            if (!from.advice().equals(to.advice())) {
                changes.add(new PlanChange.ItemAdvice(part, to.line(), from.advice(), to.advice()));
            }
        }
    }

    private static Map<Long, PlanContent.Item> byLine(List<PlanContent.Item> items) {
        Map<Long, PlanContent.Item> byLine = new HashMap<>();
        items.forEach(item -> byLine.put(item.line(), item));
        return byLine;
    }

    private static List<Long> lines(List<PlanContent.Item> items, Map<Long, PlanContent.Item> others) {
        return items.stream()
                .map(PlanContent.Item::line)
                .filter(others::containsKey)
                .toList();
    }

    /** The fewest that must be moved: all but the longest row that keeps its order. */
    static Set<Long> moved(List<Long> before, List<Long> after) {
        int[] longest = new int[after.size()];
        int[] previous = new int[after.size()];
        int best = -1;
        for (int i = 0; i < after.size(); i++) {
            longest[i] = 1;
            previous[i] = -1;
            for (int j = 0; j < i; j++) {
                if (before.indexOf(after.get(j)) < before.indexOf(after.get(i)) && longest[j] + 1 > longest[i]) {
                    longest[i] = longest[j] + 1;
                    previous[i] = j;
                }
            }
            if (best < 0 || longest[i] > longest[best]) {
                best = i;
            }
        }
        Set<Long> moved = new HashSet<>(after);
        for (int i = best; i >= 0; i = previous[i]) {
            moved.remove(after.get(i));
        }
        return moved;
    }

    private static void appendices(PlanContent before, PlanContent after, List<PlanChange> changes) {
        Map<Long, PlanContent.Appendix> earlier = new HashMap<>();
        before.appendices().forEach(appendix -> earlier.put(appendix.adviceId(), appendix));
        Map<Long, PlanContent.Appendix> later = new HashMap<>();
        after.appendices().forEach(appendix -> later.put(appendix.adviceId(), appendix));
        before.appendices().stream()
                .filter(appendix -> !later.containsKey(appendix.adviceId()))
                .forEach(appendix -> changes.add(new PlanChange.AppendixRemoved(appendix)));
        for (PlanContent.Appendix to : after.appendices()) {
            PlanContent.Appendix from = earlier.get(to.adviceId());
            if (from == null) {
                changes.add(new PlanChange.AppendixAdded(to));
            } else if (!from.equals(to)) {
                changes.add(new PlanChange.AppendixChanged(from, to));
            }
        }
    }
}
