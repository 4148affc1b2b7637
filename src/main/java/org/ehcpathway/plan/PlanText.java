package org.ehcpathway.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ehcpathway.casefile.FamilyView;
import org.ehcpathway.casefile.Setting;

/**
 * Everything one version of a plan says: what pages, checks and documents are made from.
 *
 * @param sections the words of each section, A to J; beside items they introduce them, or say that there are none
 * @param items in the order of sections and places
 * @param quotes what the family said, as section A repeats it
 * @param appendices section K: as issued, or as the advice stands now
 * @param setting what section I names; null in a draft and where only a type is named
 */
public record PlanText(
        PlanVersion version,
        List<PlanSection> sections,
        List<PlanItem> items,
        List<PlanLink> links,
        List<PlanSource> sources,
        List<FamilyView> quotes,
        List<PlanAppendix> appendices,
        Setting setting) {

    /** The words of a section; never null, may be blank. */
    public PlanSection section(PlanPart part) {
        return sections.stream()
                .filter(section -> section.part() == part)
                .findFirst()
                .orElseThrow();
    }

    /** The items of a section in their order. */
    public List<PlanItem> items(PlanPart part) {
        return items.stream().filter(item -> item.part() == part).toList();
    }

    public Optional<PlanItem> item(long line) {
        return items.stream().filter(item -> item.line() == line).findFirst();
    }

    /** What the item is called in this version: B1, F2; in sections H1 and H2 with a stop, H1.1. Changes when items move. */
    public String label(PlanItem item) {
        int number = items(item.part()).indexOf(item) + 1;
        String part = item.part().name();
        return part + (part.length() > 1 ? "." : "") + number;
    }

    /** The needs and outcomes this item is tied to, in the order of the plan. */
    public List<PlanItem> tiesOf(PlanItem item) {
        Set<Long> to = links.stream()
                .filter(link -> link.fromLine() == item.line())
                .map(PlanLink::toLine)
                .collect(Collectors.toSet());
        return items.stream().filter(other -> to.contains(other.line())).toList();
    }

    /** The outcomes and provision that are tied to this item, in the order of the plan. */
    public List<PlanItem> tiedTo(PlanItem item) {
        Set<Long> from = links.stream()
                .filter(link -> link.toLine() == item.line())
                .map(PlanLink::fromLine)
                .collect(Collectors.toSet());
        return items.stream().filter(other -> from.contains(other.line())).toList();
    }

    /** The lines of section K this item comes from. */
    public List<PlanAppendix> sourcesOf(PlanItem item) {
        Set<Long> advice = sources.stream()
                .filter(source -> source.line() == item.line())
                .map(PlanSource::adviceId)
                .collect(Collectors.toSet());
        return appendices.stream()
                .filter(appendix -> advice.contains(appendix.adviceId()))
                .toList();
    }

    /** Whether the section says nothing: no words, no items and, in A, nothing the family said. */
    public boolean isEmpty(PlanPart part) {
        return section(part).words().isBlank() && items(part).isEmpty() && (part != PlanPart.A || quotes.isEmpty());
    }
}
