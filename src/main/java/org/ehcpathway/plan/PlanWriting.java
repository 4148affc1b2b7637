package org.ehcpathway.plan;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.FamilyView;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writing the version of a plan that is being written: words of sections, and items with their ties and sources. Each call is one
 * save; a save that started from words somebody else has changed since is a {@link StaleSave}. Words that are taken out or written
 * over by somebody else are kept.
 *
 * <p>Whoever calls must have the right to do so.
 */
@Service
@Transactional
public class PlanWriting {

    private final Plans plans;
    private final PlanStore store;
    private final PlanItemRepository items;
    private final PlanLinkRepository links;
    private final KeptItems kept;
    private final ItemCheck check;
    private final CaseFiles files;
    private final PlanDocument document;
    private final Clock clock;

    PlanWriting(
            Plans plans,
            PlanStore store,
            PlanItemRepository items,
            PlanLinkRepository links,
            KeptItems kept,
            ItemCheck check,
            CaseFiles files,
            PlanDocument document,
            Clock clock) {
        this.plans = plans;
        this.store = store;
        this.items = items;
        this.links = links;
        this.kept = kept;
        this.check = check;
        this.files = files;
        this.document = document;
        this.clock = clock;
    }

    /**
     * An item as it is saved, whole.
     *
     * @param ties lines of the needs and outcomes it is tied to
     * @param advice ids of the advice it comes from
     */
    public record Typed(ItemWords says, Set<Long> ties, Set<Long> advice) {

        public static Typed of(ItemWords says) {
            return new Typed(says, Set.of(), Set.of());
        }

        public Typed tiedTo(PlanItem... to) {
            return new Typed(says, Stream.of(to).map(PlanItem::line).collect(Collectors.toSet()), advice);
        }
    }

    /**
     * Keeps the words of a section.
     *
     * @param counter of the words this person started from
     */
    public PlanSection write(String reference, PlanPart part, String words, int counter, String by) {
        PlanVersion version = held(reference);
        PlanSection section = store.sections(version).stream()
                .filter(candidate -> candidate.part() == part)
                .findFirst()
                .orElseThrow();
        String written = PlanWords.clean(words);
        if (section.words().equals(written)) {
            return section;
        }
        if (section.counter() != counter) {
            throw new StaleSave("Section " + part + " was changed by " + section.editedBy()
                    + " while you were writing. Your text is still in the box: compare, and save again.");
        }
        document.checkCharacters(written);
        if (!section.words().isBlank() && !by.equals(section.editedBy())) {
            kept.keep(section, by);
        }
        return store.save(section.rewritten(written, by, clock.instant()));
    }

    /** Adds an item at the end of its section. It may still be empty: people write it bit by bit. */
    public PlanItem add(String reference, PlanPart part, Typed typed, String by) {
        PlanVersion version = held(reference);
        return add(version, part, typed, last(version, part) + 1, by);
    }

    private PlanItem add(PlanVersion version, PlanPart part, Typed typed, int place, String by) {
        if (!part.hasItems()) {
            throw new Refusal("Section " + part + " is written in words and has no items.");
        }
        Typed fit = check.checked(version, part, null, typed);
        PlanItem added = store.save(new PlanItem(
                null, version.id(), part, store.newLine(version), place, fit.says(), 0, by, clock.instant()));
        store.tie(added, fit.ties());
        store.source(added, fit.advice());
        return added;
    }

    /**
     * Keeps an item whole: its words, ties and sources.
     *
     * @param counter of the item this person started from
     */
    public PlanItem write(String reference, long line, Typed typed, int counter, String by) {
        PlanVersion version = held(reference);
        PlanItem item = item(version, line);
        Typed fit = check.checked(version, item.part(), item, typed);
        Typed before = typed(item);
        if (before.equals(fit)) {
            return item;
        }
        requireFresh(item, counter);
        if (!by.equals(item.editedBy()) && !before.says().equals(fit.says())) {
            kept.keep(item, EarlierWords.What.WRITTEN_OVER, by);
        }
        PlanItem written = store.save(item.rewritten(fit.says(), by, clock.instant()));
        store.tie(written, fit.ties());
        store.source(written, fit.advice());
        return written;
    }

    /** Takes an item out. Its words are kept and can be taken back; what was tied to it is tied to it no more. */
    public void remove(String reference, long line, int counter, String by) {
        PlanItem item = item(held(reference), line);
        requireFresh(item, counter);
        kept.keep(item, EarlierWords.What.REMOVED, by);
        store.remove(item, null);
    }

    /** Puts an item to another place of its section, counted from 0. */
    public void move(String reference, long line, int place, String by) {
        PlanVersion version = held(reference);
        PlanItem item = item(version, line);
        List<PlanItem> order = new ArrayList<>(store.inOrder(version.id(), item.part()));
        order.remove(item);
        order.add(Math.max(0, Math.min(place, order.size())), item);
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i).place() != i) {
                store.save(order.get(i).movedTo(i));
            }
        }
    }

    /**
     * Makes two items of one: the first keeps {@code first} and everything else, the second says {@code second} with the same
     * answers, ties and sources.
     */
    public PlanItem split(String reference, long line, String first, String second, int counter, String by) {
        PlanVersion version = held(reference);
        PlanItem item = item(version, line);
        requireFresh(item, counter);
        if (first == null || first.isBlank() || second == null || second.isBlank()) {
            throw new Refusal("Put the cursor between the two parts of the text: both must have words.");
        }
        Typed before = typed(item);
        kept.keep(item, EarlierWords.What.SPLIT, by);
        store.save(item.rewritten(check.words(before.says().withWords(first), item.part()), by, clock.instant()));
        int place = store.inOrder(version.id(), item.part()).indexOf(item(version, line));
        PlanItem added = add(
                version,
                item.part(),
                new Typed(before.says().withWords(second), before.ties(), before.advice()),
                last(version, item.part()) + 1,
                by);
        // What serves the whole need serves both halves until somebody says otherwise.
        links.findByVersionIdOrderById(version.id()).stream()
                .filter(link -> link.toLine() == line)
                .map(PlanLink::fromLine)
                .toList()
                .forEach(from -> links.save(new PlanLink(null, version.id(), from, added.line())));
        move(reference, added.line(), place + 1, by);
        return item(version, added.line());
    }

    /** Puts the words, answers, ties and sources of {@code line} into {@code into}, an item of the same section, and takes it out. */
    public PlanItem merge(String reference, long line, int counter, long into, int intoCounter, String by) {
        PlanVersion version = held(reference);
        PlanItem item = item(version, line);
        PlanItem target = item(version, into);
        if (line == into || item.part() != target.part()) {
            throw new Refusal("Choose another item of the same section to merge this one with.");
        }
        requireFresh(item, counter);
        requireFresh(target, intoCounter);
        Typed one = typed(target);
        Typed other = typed(item);
        ItemWords joined = check.words(one.says().joined(other.says()), item.part());
        kept.keep(item, EarlierWords.What.MERGED, by);
        kept.keep(target, EarlierWords.What.MERGED, by);
        store.remove(item, target);
        PlanItem merged = store.save(target.rewritten(joined, by, clock.instant()));
        store.tie(merged, union(one.ties(), other.ties()));
        store.source(merged, union(one.advice(), other.advice()));
        return merged;
    }

    /** Chooses what section A repeats of what the family said; the words themselves are nobody's to change. */
    public void quote(String reference, Set<Long> views, String by) {
        PlanVersion version = held(reference);
        List<FamilyView> chosen = files.whole(reference).views().stream()
                .filter(view -> views.contains(view.id()))
                .toList();
        if (chosen.size() != views.size()) {
            throw new Refusal("Choose from what the family said in this case; load the page again.");
        }
        store.quote(version, chosen);
    }

    /** Words that stood in this version before, the latest last. */
    @Transactional(readOnly = true)
    public List<EarlierWords> earlier(PlanVersion version) {
        return kept.of(version);
    }

    /** What an earlier item said; ties to items that are gone are left out when it is taken back. */
    @Transactional(readOnly = true)
    public Typed says(EarlierWords earlier) {
        return KeptItems.read(earlier).typed();
    }

    /**
     * Puts an item that was taken out back where it stood, with the ties it had to items that are still there. Where the item is in
     * the plan again, or still, its earlier words become another item at the end of the section.
     */
    public PlanItem takeBack(String reference, long earlierId, String by) {
        PlanVersion version = held(reference);
        EarlierWords words = kept.find(earlierId)
                .filter(found -> found.versionId().equals(version.id()) && found.line() != null)
                .orElseThrow(() -> new Refusal("These words do not belong to the plan being written."));
        KeptItems.Kept then = KeptItems.read(words);
        PlanPart part = words.part();
        Set<Long> still =
                items.findByVersionId(version.id()).stream().map(PlanItem::line).collect(Collectors.toSet());
        Typed fit =
                check.checked(version, part, null, new Typed(then.says(), among(still, then.ties()), then.advice()));
        boolean gone = !still.contains(words.line());
        PlanItem added = store.save(new PlanItem(
                null,
                version.id(),
                part,
                gone ? words.line() : store.newLine(version),
                last(version, part) + 1,
                fit.says(),
                0,
                by,
                clock.instant()));
        store.tie(added, fit.ties());
        store.source(added, fit.advice());
        if (gone && then.place() != null) {
            among(still, then.tiedTo())
                    .forEach(from -> links.save(new PlanLink(null, version.id(), from, added.line())));
            move(reference, added.line(), then.place(), by);
        }
        return item(version, added.line());
    }

    private static Set<Long> among(Set<Long> still, Set<Long> lines) {
        return lines.stream().filter(still::contains).collect(Collectors.toCollection(TreeSet::new));
    }

    private PlanVersion held(String reference) {
        PlanVersion version = store.hold(plans.working(reference));
        if (version.state() != PlanState.WORKING) {
            throw new Refusal("The plan was signed meanwhile and cannot be written any more.");
        }
        return version;
    }

    private PlanItem item(PlanVersion version, long line) {
        return items.findByVersionIdAndLine(version.id(), line)
                .orElseThrow(() -> new Refusal(
                        "This item was taken out or merged by somebody meanwhile. Your text is still on the page: copy"
                                + " it into another item."));
    }

    private int last(PlanVersion version, PlanPart part) {
        return store.inOrder(version.id(), part).stream()
                .mapToInt(PlanItem::place)
                .max()
                .orElse(-1);
    }

    private Typed typed(PlanItem item) {
        return new Typed(item.says(), store.tiesFrom(item), store.sourcesOf(item));
    }

    private static void requireFresh(PlanItem item, int counter) {
        if (item.counter() != counter) {
            throw new StaleSave("This item was changed by " + item.editedBy()
                    + " while you were writing. Your text is still in the box: compare, and save again.");
        }
    }

    private static Set<Long> union(Set<Long> one, Set<Long> other) {
        Set<Long> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }
}
