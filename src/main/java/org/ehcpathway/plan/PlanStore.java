package org.ehcpathway.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.AdviceState;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.FamilyView;
import org.ehcpathway.casefile.Setting;
import org.ehcpathway.casefile.SettingRegister;
import org.ehcpathway.casefile.ViewTopic;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads and keeps the parts of a version together. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PlanStore {

    private final PlanVersionRepository versions;
    private final PlanSectionRepository sections;
    private final PlanLineRepository lines;
    private final PlanItemRepository items;
    private final PlanLinkRepository links;
    private final PlanSourceRepository sources;
    private final PlanQuoteRepository quotes;
    private final PlanAppendixRepository appendices;
    private final SettingRegister settings;

    PlanStore(
            PlanVersionRepository versions,
            PlanSectionRepository sections,
            PlanLineRepository lines,
            PlanItemRepository items,
            PlanLinkRepository links,
            PlanSourceRepository sources,
            PlanQuoteRepository quotes,
            PlanAppendixRepository appendices,
            SettingRegister settings) {
        this.versions = versions;
        this.sections = sections;
        this.lines = lines;
        this.items = items;
        this.links = links;
        this.sources = sources;
        this.quotes = quotes;
        this.appendices = appendices;
        this.settings = settings;
    }

    List<PlanVersion> versions(Long caseId) {
        return versions.findByCaseIdOrderByNumber(caseId);
    }

    PlanVersion save(PlanVersion version) {
        return versions.save(version);
    }

    /** The version, held until the transaction ends. */
    PlanVersion hold(PlanVersion version) {
        return versions.readById(version.id()).orElseThrow();
    }

    PlanText text(PlanVersion version, CaseFile file) {
        Set<Long> quoted = quoted(version);
        return new PlanText(
                version,
                sections(version),
                items.findByVersionId(version.id()).stream()
                        .sorted(Comparator.comparing(PlanItem::part)
                                .thenComparing(PlanItem::place)
                                .thenComparing(PlanItem::line))
                        .toList(),
                links.findByVersionIdOrderById(version.id()),
                sources.findByVersionIdOrderById(version.id()),
                file.views().stream().filter(view -> quoted.contains(view.id())).toList(),
                version.state() == PlanState.ISSUED
                        ? appendices.findByVersionIdOrderByNumber(version.id())
                        : appendicesNow(version, file),
                setting(version));
    }

    /** Section K as the advice stands now: all that was asked for, so that the plan also says what could not be obtained. */
    private static List<PlanAppendix> appendicesNow(PlanVersion version, CaseFile file) {
        List<Advice> asked = file.advice().stream()
                .filter(advice -> advice.state() != AdviceState.TO_BE_ASKED && advice.state() != AdviceState.NOT_ASKED)
                .toList();
        return IntStream.range(0, asked.size())
                .mapToObj(i -> PlanAppendix.of(version.id(), i + 1, asked.get(i)))
                .toList();
    }

    private Setting setting(PlanVersion version) {
        return settings.all().stream()
                .filter(known -> known.id().equals(version.settingId()))
                .findFirst()
                .orElse(null);
    }

    List<PlanSection> sections(PlanVersion version) {
        return sections.findByVersionId(version.id()).stream()
                .sorted(Comparator.comparing(PlanSection::part))
                .toList();
    }

    /** Section K is written down with the version, because advice that comes later belongs to the next one. */
    void keepAppendices(PlanText text) {
        appendices.saveAll(text.appendices());
    }

    /** Empty sections for a first draft; section A repeats what the family said of its views and of the assessment. */
    void begin(PlanVersion version, CaseFile file) {
        for (PlanPart part : PlanPart.values()) {
            sections.save(new PlanSection(null, version.id(), part, "", 0, null, null));
        }
        quotes.saveAll(file.views().stream()
                .filter(view -> view.topic() == ViewTopic.ASPIRATIONS || view.topic() == ViewTopic.ASSESSMENT)
                .map(view -> new PlanQuote(null, version.id(), view.id()))
                .toList());
    }

    void copy(PlanVersion from, PlanVersion to) {
        sections.findByVersionId(from.id()).forEach(section -> sections.save(section.copiedTo(to.id())));
        items.findByVersionId(from.id()).forEach(item -> items.save(item.copiedTo(to.id())));
        links.findByVersionIdOrderById(from.id())
                .forEach(link -> links.save(new PlanLink(null, to.id(), link.fromLine(), link.toLine())));
        sources.findByVersionIdOrderById(from.id())
                .forEach(source -> sources.save(new PlanSource(null, to.id(), source.line(), source.adviceId())));
        quotes.findByVersionIdOrderById(from.id())
                .forEach(quote -> quotes.save(new PlanQuote(null, to.id(), quote.viewId())));
    }

    PlanSection save(PlanSection section) {
        return sections.save(section);
    }

    PlanItem save(PlanItem item) {
        return items.save(item);
    }

    long newLine(PlanVersion version) {
        return lines.save(new PlanLine(null, version.caseId())).id();
    }

    /** The items of a section, in the order of their places. */
    List<PlanItem> inOrder(Long version, PlanPart part) {
        return items.findByVersionId(version).stream()
                .filter(item -> item.part() == part)
                .sorted(Comparator.comparing(PlanItem::place).thenComparing(PlanItem::line))
                .toList();
    }

    /** The lines an item is tied to. */
    Set<Long> tiesFrom(PlanItem item) {
        return links.findByVersionIdOrderById(item.versionId()).stream()
                .filter(link -> link.fromLine() == item.line())
                .map(PlanLink::toLine)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The lines that are tied to an item. */
    Set<Long> tiesTo(PlanItem item) {
        return links.findByVersionIdOrderById(item.versionId()).stream()
                .filter(link -> link.toLine() == item.line())
                .map(PlanLink::fromLine)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The ids of the advice an item comes from. */
    Set<Long> sourcesOf(PlanItem item) {
        return sources.findByVersionIdOrderById(item.versionId()).stream()
                .filter(source -> source.line() == item.line())
                .map(PlanSource::adviceId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The ties of an item to others, replaced. */
    void tie(PlanItem item, Set<Long> to) {
        List<PlanLink> before = links.findByVersionIdOrderById(item.versionId()).stream()
                .filter(link -> link.fromLine() == item.line())
                .toList();
        links.deleteAll(
                before.stream().filter(link -> !to.contains(link.toLine())).toList());
        Set<Long> kept = before.stream().map(PlanLink::toLine).collect(Collectors.toSet());
        links.saveAll(to.stream()
                .filter(line -> !kept.contains(line))
                .sorted()
                .map(line -> new PlanLink(null, item.versionId(), item.line(), line))
                .toList());
    }

    /** The advice an item comes from, replaced. */
    void source(PlanItem item, Set<Long> advice) {
        List<PlanSource> before = sources.findByVersionIdOrderById(item.versionId()).stream()
                .filter(source -> source.line() == item.line())
                .toList();
        sources.deleteAll(before.stream()
                .filter(source -> !advice.contains(source.adviceId()))
                .toList());
        Set<Long> kept = before.stream().map(PlanSource::adviceId).collect(Collectors.toSet());
        sources.saveAll(advice.stream()
                .filter(id -> !kept.contains(id))
                .sorted()
                .map(id -> new PlanSource(null, item.versionId(), item.line(), id))
                .toList());
    }

    /** What the family said that section A repeats, replaced. */
    void quote(PlanVersion version, List<FamilyView> views) {
        Set<Long> wanted = views.stream().map(FamilyView::id).collect(Collectors.toSet());
        List<PlanQuote> before = quotes.findByVersionIdOrderById(version.id());
        quotes.deleteAll(before.stream()
                .filter(quote -> !wanted.contains(quote.viewId()))
                .toList());
        Set<Long> kept = before.stream().map(PlanQuote::viewId).collect(Collectors.toSet());
        quotes.saveAll(wanted.stream()
                .filter(id -> !kept.contains(id))
                .sorted()
                .map(id -> new PlanQuote(null, version.id(), id))
                .toList());
    }

    private Set<Long> quoted(PlanVersion version) {
        return quotes.findByVersionIdOrderById(version.id()).stream()
                .map(PlanQuote::viewId)
                .collect(Collectors.toSet());
    }

    /** The other items tied to this one are tied to {@code instead} as well, unless it is null. */
    void remove(PlanItem item, PlanItem instead) {
        List<PlanLink> all = links.findByVersionIdOrderById(item.versionId());
        Set<Long> already = instead == null
                ? Set.of()
                : all.stream()
                        .filter(link -> link.toLine() == instead.line())
                        .map(PlanLink::fromLine)
                        .collect(Collectors.toSet());
        links.deleteAll(all.stream()
                .filter(link -> link.fromLine() == item.line() || link.toLine() == item.line())
                .toList());
        if (instead != null) {
            links.saveAll(all.stream()
                    .filter(link -> link.toLine() == item.line() && !already.contains(link.fromLine()))
                    .map(link -> new PlanLink(null, link.versionId(), link.fromLine(), instead.line()))
                    .toList());
        }
        source(item, Set.of());
        items.delete(item);
    }
}
