package org.ehcpathway.plan.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanText;

/** A plan under examination, and what has been found in it so far. */
final class Findings {

    private final PlanText text;
    private final Map<Long, String> labels = new HashMap<>();
    private final Map<String, Finding> found = new LinkedHashMap<>();

    Findings(PlanText text) {
        this.text = text;
        for (PlanPart part : PlanPart.values()) {
            text.items(part).forEach(item -> labels.put(item.line(), text.label(item)));
        }
    }

    PlanText text() {
        return text;
    }

    String label(PlanItem item) {
        return labels.get(item.line());
    }

    void add(PlanRule rule, Severity severity, PlanItem item, Place.Field field, String sentence, String about) {
        add(new Finding(rule, severity, Place.of(item, field), label(item), label(item) + " " + sentence, about));
    }

    void add(PlanRule rule, Severity severity, PlanPart part, Place.Field field, String sentence, String about) {
        add(new Finding(rule, severity, Place.of(part, field), "Section " + part, sentence, about));
    }

    /** What is found twice at the same words, as by two entries of the list of words, is shown once. */
    void add(Finding finding) {
        found.putIfAbsent(finding.fingerprint(), finding);
    }

    /** In the order of the plan: section by section, in each what is about the section first, then item by item. */
    List<Finding> inOrder() {
        Map<Long, Integer> order = new HashMap<>();
        text.items().forEach(item -> order.put(item.line(), order.size()));
        List<Finding> all = new ArrayList<>(found.values());
        all.sort(Comparator.comparing((Finding finding) -> finding.place().section())
                .thenComparing(finding -> finding.place().line() == null
                        ? -1
                        : order.get(finding.place().line()))
                .thenComparing(Finding::severity));
        return all;
    }

    /** The items of several sections, in the order of the plan. */
    List<PlanItem> items(PlanPart.Holds holds) {
        return text.items().stream()
                .filter(item -> item.part().holds() == holds)
                .collect(Collectors.toList());
    }
}
