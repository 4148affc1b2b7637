package org.ehcpathway.plan.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ehcpathway.casefile.AdviceState;
import org.ehcpathway.casefile.FamilyView;
import org.ehcpathway.plan.ItemWords;
import org.ehcpathway.plan.Naming;
import org.ehcpathway.plan.PlanAppendix;
import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanLink;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanSource;
import org.ehcpathway.plan.PlanText;

/**
 * What a version says, apart from when and by whom it was written: two versions with equal content read the same.
 *
 * @param words of every section, may be blank
 * @param items of every section that has items, in their order
 * @param quotes ids of what the family said that section A repeats
 * @param naming section I; null where it is empty
 * @param appendices section K by number
 */
public record PlanContent(
        Map<PlanPart, String> words,
        Map<PlanPart, List<Item>> items,
        SortedSet<Long> quotes,
        Naming naming,
        List<Appendix> appendices) {

    /**
     * @param ties lines of the needs and outcomes it is tied to
     * @param advice ids of the advice it comes from
     */
    public record Item(long line, ItemWords says, SortedSet<Long> ties, SortedSet<Long> advice) {}

    /** A line of section K, without the version it belongs to. */
    public record Appendix(
            long adviceId,
            int number,
            String title,
            String author,
            String authorRole,
            AdviceState state,
            LocalDate dated,
            Long documentId,
            String words) {

        static Appendix of(PlanAppendix kept) {
            return new Appendix(
                    kept.adviceId(),
                    kept.number(),
                    kept.title(),
                    kept.author(),
                    kept.authorRole(),
                    kept.state(),
                    kept.dated(),
                    kept.documentId(),
                    kept.words());
        }
    }

    public static PlanContent of(PlanText text) {
        Map<PlanPart, String> words = new EnumMap<>(PlanPart.class);
        Map<PlanPart, List<Item>> items = new EnumMap<>(PlanPart.class);
        for (PlanPart part : PlanPart.values()) {
            words.put(part, text.section(part).words());
            if (part.hasItems()) {
                items.put(
                        part,
                        text.items(part).stream().map(item -> item(text, item)).toList());
            }
        }
        return new PlanContent(
                words,
                items,
                text.quotes().stream().map(FamilyView::id).collect(Collectors.toCollection(TreeSet::new)),
                text.version().naming(),
                text.appendices().stream().map(Appendix::of).toList());
    }

    private static Item item(PlanText text, PlanItem item) {
        return new Item(
                item.line(),
                item.says(),
                text.links().stream()
                        .filter(link -> link.fromLine() == item.line())
                        .map(PlanLink::toLine)
                        .collect(Collectors.toCollection(TreeSet::new)),
                text.sources().stream()
                        .filter(source -> source.line() == item.line())
                        .map(PlanSource::adviceId)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The same with section I as another version has it. */
    PlanContent withNamingOf(PlanContent other) {
        return new PlanContent(words, items, quotes, other.naming, appendices);
    }

    /** This content after the changes, which must have been made from it. */
    public PlanContent after(List<PlanChange> changes) {
        Map<PlanPart, String> newWords = new EnumMap<>(words);
        SortedSet<Long> newQuotes = new TreeSet<>(quotes);
        Naming newNaming = naming;
        List<Appendix> newAppendices = new ArrayList<>(appendices);
        for (PlanChange change : changes) {
            if (change instanceof PlanChange.SectionWords section) {
                newWords.put(section.part(), section.to());
            } else if (change instanceof PlanChange.QuoteAdded quote) {
                newQuotes.add(quote.view());
            } else if (change instanceof PlanChange.QuoteRemoved quote) {
                newQuotes.remove(quote.view());
            } else if (change instanceof PlanChange.SettingNamed named) {
                newNaming = named.to();
            } else if (change instanceof PlanChange.AppendixAdded added) {
                newAppendices.add(added.appendix());
            } else if (change instanceof PlanChange.AppendixRemoved removed) {
                newAppendices.remove(removed.appendix());
            } else if (change instanceof PlanChange.AppendixChanged other) {
                newAppendices.set(newAppendices.indexOf(other.from()), other.to());
            }
        }
        newAppendices.sort(Comparator.comparing(Appendix::number).thenComparing(Appendix::adviceId));
        Map<PlanPart, List<Item>> newItems = new EnumMap<>(PlanPart.class);
        items.forEach((part, before) -> newItems.put(part, itemsAfter(part, before, changes)));
        return new PlanContent(newWords, newItems, newQuotes, newNaming, newAppendices);
    }

    private static List<Item> itemsAfter(PlanPart part, List<Item> before, List<PlanChange> changes) {
        List<PlanChange.OfItem> own = changes.stream()
                .filter(PlanChange.OfItem.class::isInstance)
                .map(PlanChange.OfItem.class::cast)
                .filter(change -> change.part() == part)
                .toList();
        List<Item> changed = new ArrayList<>();
        for (Item item : before) {
            Item now = item;
            boolean stays = true;
            for (PlanChange.OfItem change : own) {
                if (change.line() == item.line()) {
                    stays &= !(change instanceof PlanChange.ItemRemoved);
                    now = change.changed(now);
                }
            }
            if (stays) {
                changed.add(now);
            }
        }
        List<Item> ordered = new ArrayList<>(changed.stream()
                .filter(item -> own.stream()
                        .noneMatch(change -> change instanceof PlanChange.ItemMoved && change.line() == item.line()))
                .toList());
        // Places are those of the later version, so whoever comes first must be put in first.
        own.stream()
                .filter(change -> change.place() >= 0)
                .sorted(Comparator.comparing(PlanChange.OfItem::place))
                .forEach(change -> ordered.add(
                        change.place(),
                        change instanceof PlanChange.ItemAdded added
                                ? added.item()
                                : changed.stream()
                                        .filter(item -> item.line() == change.line())
                                        .findFirst()
                                        .orElseThrow()));
        return ordered;
    }
}
