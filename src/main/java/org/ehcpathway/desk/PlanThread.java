package org.ehcpathway.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanPart.Holds;
import org.ehcpathway.plan.PlanText;

/**
 * The golden thread through one item: from needs through outcomes to provision.
 *
 * @param label of the item it is drawn for
 * @param gaps what is missing on it, one sentence each
 */
record PlanThread(String label, List<Knot> needs, List<Knot> outcomes, List<Knot> provision, List<String> gaps) {

    private static final int FIRST_WORDS = 80;

    /** @param self whether it is the item the thread is drawn for */
    record Knot(long line, String label, String first, boolean self) {}

    static Optional<PlanThread> of(PlanText text, long line) {
        return text.item(line).map(item -> of(text, item));
    }

    private static PlanThread of(PlanText text, PlanItem item) {
        Holds holds = item.part().holds();
        List<PlanItem> near = Stream.of(Stream.of(item), text.tiesOf(item).stream(), text.tiedTo(item).stream())
                .flatMap(items -> items)
                .toList();
        List<Knot> needs = knots(text, near, Holds.NEEDS, item);
        List<Knot> outcomes = knots(text, near, Holds.OUTCOMES, item);
        List<Knot> provision = knots(text, near, Holds.PROVISION, item);
        List<String> gaps = new ArrayList<>();
        String label = text.label(item);
        if (needs.isEmpty()) {
            gaps.add(label + " is tied to no need: tick the needs it is for.");
        }
        if (outcomes.isEmpty()) {
            gaps.add(
                    holds == Holds.NEEDS
                            ? "No outcome is tied to " + label + "."
                            : label + " works towards no outcome: tick the outcomes it is for.");
        }
        if (provision.isEmpty()) {
            gaps.add(
                    holds == Holds.NEEDS
                            ? "No provision meets " + label + ": every need must be met."
                            : "No provision works towards " + label + ".");
        }
        return new PlanThread(label, needs, outcomes, provision, gaps);
    }

    private static List<Knot> knots(PlanText text, List<PlanItem> near, Holds holds, PlanItem self) {
        return PlanPart.holding(holds).stream()
                .flatMap(part -> text.items(part).stream())
                .filter(near::contains)
                .map(item -> new Knot(item.line(), text.label(item), first(item), item.equals(self)))
                .toList();
    }

    /** The first words of an item, as much as fits in a list. */
    static String first(PlanItem item) {
        return first(item.says().words());
    }

    static String first(String words) {
        String line = words == null ? "" : words.strip().replaceAll("\\s+", " ");
        if (line.isEmpty()) {
            return "(empty)";
        }
        if (line.length() <= FIRST_WORDS) {
            return line;
        }
        int end = line.lastIndexOf(' ', FIRST_WORDS);
        return line.substring(0, end > FIRST_WORDS / 2 ? end : FIRST_WORDS) + " …";
    }
}
