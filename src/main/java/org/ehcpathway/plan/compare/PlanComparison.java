package org.ehcpathway.plan.compare;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ehcpathway.casefile.FamilyView;
import org.ehcpathway.casefile.Setting;
import org.ehcpathway.plan.ItemField;
import org.ehcpathway.plan.Naming;
import org.ehcpathway.plan.PlanAppendix;
import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanText;
import org.ehcpathway.plan.PlanVersion;
import org.ehcpathway.plan.compare.Stretch.Kind;

/**
 * Two versions of a plan read together, section by section and item by item.
 *
 * @param parts sections A to K in their order
 */
public record PlanComparison(PlanVersion from, PlanVersion to, List<Part> parts) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    /** @param name such as F */
    public record Part(String name, String title, List<Block> blocks) {

        public boolean changed() {
            return blocks.stream().anyMatch(Block::changed);
        }
    }

    /** What became of an item. */
    public enum Fate {
        SAME(null),
        ADDED("New"),
        REMOVED("Taken out"),
        CHANGED("Changed"),
        MOVED("Moved"),
        MOVED_AND_CHANGED("Moved and changed");

        private final String title;

        Fate(String title) {
            this.title = title;
        }

        /** As the page writes it; null where there is nothing to say. */
        public String title() {
            return title;
        }
    }

    /**
     * An item, the words of a section, or a line of sections I and K.
     *
     * @param before its label in the earlier version; null where it was not in it, or has no label
     * @param after its label in the later version
     */
    public record Block(String before, String after, Fate fate, List<Row> rows) {

        public boolean changed() {
            return fate != Fate.SAME;
        }

        /** One label, or both where they differ: "F2", "F2, now F3". */
        public String label() {
            if (before == null || after == null || before.equals(after)) {
                return after == null ? before : after;
            }
            return before + ", now " + after;
        }
    }

    /** @param title what the words answer; null for the words of the item or section itself */
    public record Row(String title, List<Stretch> stretches) {

        public boolean changed() {
            return stretches.stream().anyMatch(stretch -> stretch.kind() != Kind.SAME);
        }
    }

    public long changes() {
        return parts.stream()
                .flatMap(part -> part.blocks().stream())
                .filter(Block::changed)
                .count();
    }

    /** Compares what two versions of the same plan say. */
    public static PlanComparison of(PlanText from, PlanText to) {
        List<Part> parts = new ArrayList<>();
        for (PlanPart part : PlanPart.values()) {
            if (part == PlanPart.J) {
                parts.add(new Part("I", "The setting", naming(from, to)));
            }
            List<Block> blocks = new ArrayList<>(
                    words(from.section(part).words(), to.section(part).words()));
            if (part == PlanPart.A) {
                blocks.addAll(quotes(from, to));
            }
            blocks.addAll(items(part, from, to));
            parts.add(new Part(part.name(), part.title(), blocks));
        }
        parts.add(new Part("K", "The advice and information gathered", appendices(from, to)));
        return new PlanComparison(from.version(), to.version(), parts);
    }

    private static List<Block> words(String from, String to) {
        if (from.isBlank() && to.isBlank()) {
            return List.of();
        }
        return List.of(block(null, null, false, List.of(new Row(null, WordDiff.of(from, to)))));
    }

    private static Block block(String before, String after, boolean moved, List<Row> rows) {
        boolean changed = rows.stream().anyMatch(Row::changed);
        Fate stays = changed ? Fate.CHANGED : Fate.SAME;
        Fate moves = changed ? Fate.MOVED_AND_CHANGED : Fate.MOVED;
        return new Block(before, after, moved ? moves : stays, rows);
    }

    private static List<Block> quotes(PlanText from, PlanText to) {
        Set<FamilyView> all = new LinkedHashSet<>(from.quotes());
        all.addAll(to.quotes());
        return all.stream()
                .map(quote -> whole(
                        quote.saidBy() + ", " + DAY.format(quote.saidOn()) + ", word for word",
                        from.quotes().contains(quote),
                        to.quotes().contains(quote),
                        List.of(new Said(null, quote.words()))))
                .toList();
    }

    private record Said(String title, String words) {}

    /** Something that is in both versions as it is, or in one of them. */
    private static Block whole(String label, boolean before, boolean after, List<Said> said) {
        Kind kind = before && after ? Kind.SAME : before ? Kind.REMOVED : Kind.ADDED;
        return new Block(
                before ? label : null,
                after ? label : null,
                before && after ? Fate.SAME : before ? Fate.REMOVED : Fate.ADDED,
                said.stream()
                        .map(one -> new Row(one.title(), List.of(new Stretch(kind, one.words()))))
                        .toList());
    }

    /** In the later order; what was taken out stands after the item it followed. */
    private static List<Block> items(PlanPart part, PlanText from, PlanText to) {
        List<PlanItem> before = from.items(part);
        List<PlanItem> after = to.items(part);
        Set<Long> later = after.stream().map(PlanItem::line).collect(Collectors.toSet());
        Set<Long> earlier = before.stream().map(PlanItem::line).collect(Collectors.toSet());
        Set<Long> moved = PlanChanges.moved(
                before.stream().map(PlanItem::line).filter(later::contains).toList(),
                after.stream().map(PlanItem::line).filter(earlier::contains).toList());
        List<Block> blocks = new ArrayList<>();
        takenOutAfter(-1, from, before, later, blocks);
        for (PlanItem item : after) {
            int place = indexOf(before, item.line());
            blocks.add(
                    place < 0
                            ? whole(to.label(item), false, true, said(to, item))
                            : both(from, before.get(place), to, item, moved.contains(item.line())));
            if (place >= 0) {
                takenOutAfter(place, from, before, later, blocks);
            }
        }
        return blocks;
    }

    private static void takenOutAfter(
            int place, PlanText from, List<PlanItem> before, Set<Long> later, List<Block> blocks) {
        for (int i = place + 1;
                i < before.size() && !later.contains(before.get(i).line());
                i++) {
            blocks.add(whole(from.label(before.get(i)), true, false, said(from, before.get(i))));
        }
    }

    private static int indexOf(List<PlanItem> items, long line) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).line() == line) {
                return i;
            }
        }
        return -1;
    }

    private static Block both(PlanText from, PlanItem before, PlanText to, PlanItem after, boolean moved) {
        List<Row> rows = new ArrayList<>();
        for (ItemField field : ItemField.values()) {
            String was = field.printed(before.says());
            String is = field.printed(after.says());
            if (was != null || is != null) {
                rows.add(new Row(title(field), WordDiff.of(was, is)));
            }
        }
        rows.add(labels("For", from.tiesOf(before), from, to.tiesOf(after), to));
        rows.add(sources(from.sourcesOf(before), to.sourcesOf(after)));
        rows.removeIf(row -> row.stretches().isEmpty());
        return block(from.label(before), to.label(after), moved, rows);
    }

    private static String title(ItemField field) {
        return field == ItemField.WORDS ? null : field.title();
    }

    /** A tie is the same tie when what it leads to got another number. */
    private static Row labels(String title, List<PlanItem> was, PlanText from, List<PlanItem> is, PlanText to) {
        Set<Long> before = was.stream().map(PlanItem::line).collect(Collectors.toSet());
        Set<Long> after = is.stream().map(PlanItem::line).collect(Collectors.toSet());
        return listed(
                title,
                is.stream()
                        .filter(item -> before.contains(item.line()))
                        .map(to::label)
                        .toList(),
                was.stream()
                        .filter(item -> !after.contains(item.line()))
                        .map(from::label)
                        .toList(),
                is.stream()
                        .filter(item -> !before.contains(item.line()))
                        .map(to::label)
                        .toList());
    }

    private static Row sources(List<PlanAppendix> was, List<PlanAppendix> is) {
        Set<Long> before = was.stream().map(PlanAppendix::adviceId).collect(Collectors.toSet());
        Set<Long> after = is.stream().map(PlanAppendix::adviceId).collect(Collectors.toSet());
        return listed(
                "From the advice",
                is.stream()
                        .filter(one -> before.contains(one.adviceId()))
                        .map(PlanAppendix::label)
                        .toList(),
                was.stream()
                        .filter(one -> !after.contains(one.adviceId()))
                        .map(PlanAppendix::label)
                        .toList(),
                is.stream()
                        .filter(one -> !before.contains(one.adviceId()))
                        .map(PlanAppendix::label)
                        .toList());
    }

    private static Row listed(String title, List<String> same, List<String> removed, List<String> added) {
        List<Stretch> stretches = new ArrayList<>();
        List<String> labels =
                Stream.of(same, removed, added).flatMap(List::stream).toList();
        for (int i = 0; i < labels.size(); i++) {
            Kind kind = i < same.size() ? Kind.SAME : i < same.size() + removed.size() ? Kind.REMOVED : Kind.ADDED;
            stretches.add(new Stretch(kind, labels.get(i) + (i < labels.size() - 1 ? " " : "")));
        }
        return new Row(title, stretches);
    }

    private static List<Said> said(PlanText text, PlanItem item) {
        List<Said> said = new ArrayList<>();
        Arrays.stream(ItemField.values())
                .filter(field -> field.printed(item.says()) != null)
                .forEach(field -> said.add(new Said(title(field), field.printed(item.says()))));
        String ties = text.tiesOf(item).stream().map(text::label).collect(Collectors.joining(" "));
        String sources = text.sourcesOf(item).stream().map(PlanAppendix::label).collect(Collectors.joining(" "));
        if (!ties.isEmpty()) {
            said.add(new Said("For", ties));
        }
        if (!sources.isEmpty()) {
            said.add(new Said("From the advice", sources));
        }
        return said;
    }

    private static List<Block> naming(PlanText from, PlanText to) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("Name", WordDiff.of(settingName(from), settingName(to))));
        rows.add(new Row(
                "Type", WordDiff.of(from.version().settingType(), to.version().settingType())));
        rows.add(new Row("From", WordDiff.of(startsOn(from), startsOn(to))));
        rows.removeIf(row -> row.stretches().isEmpty());
        return rows.isEmpty() ? List.of() : List.of(block(null, null, false, rows));
    }

    private static String startsOn(PlanText text) {
        return Optional.ofNullable(text.version().naming())
                .map(Naming::startsOn)
                .map(day -> day.format(DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK)))
                .orElse(null);
    }

    static String settingName(PlanText text) {
        return Optional.ofNullable(text.setting()).map(Setting::name).orElse(null);
    }

    private static List<Block> appendices(PlanText from, PlanText to) {
        Set<Long> all = new LinkedHashSet<>();
        to.appendices().forEach(appendix -> all.add(appendix.adviceId()));
        from.appendices().forEach(appendix -> all.add(appendix.adviceId()));
        return all.stream()
                .map(id -> {
                    PlanAppendix before = appendix(from, id);
                    PlanAppendix after = appendix(to, id);
                    return before == null || after == null
                            ? whole(
                                    Objects.requireNonNullElse(after, before).label(),
                                    before != null,
                                    after != null,
                                    List.of(new Said(null, described(Objects.requireNonNullElse(after, before)))))
                            : block(before.label(), after.label(), false, appendixRows(before, after));
                })
                .toList();
    }

    private static List<Row> appendixRows(PlanAppendix before, PlanAppendix after) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(null, WordDiff.of(described(before), described(after))));
        if (!Objects.equals(before.words(), after.words())) {
            rows.add(new Row("In words", WordDiff.of(before.words(), after.words())));
        }
        if (!Objects.equals(before.documentId(), after.documentId())) {
            List<Stretch> papers = new ArrayList<>();
            if (before.documentId() != null) {
                papers.add(new Stretch(Kind.REMOVED, "The report as it was"));
            }
            if (after.documentId() != null) {
                papers.add(new Stretch(Kind.ADDED, before.documentId() == null ? "A report" : "Another report"));
            }
            rows.add(new Row("Paper", papers));
        }
        return rows;
    }

    private static PlanAppendix appendix(PlanText text, long advice) {
        return text.appendices().stream()
                .filter(one -> one.adviceId() == advice)
                .findFirst()
                .orElse(null);
    }

    /** A line of section K in words: what, from whom, and whether it came. */
    static String described(PlanAppendix appendix) {
        return described(
                appendix.title(),
                appendix.author(),
                appendix.authorRole(),
                switch (appendix.state()) {
                    case RECEIVED -> received(appendix.dated());
                    case DECLINED -> "declined with reasons";
                    case NOT_AVAILABLE, NOT_ASKED -> "could not be obtained";
                    case TO_BE_ASKED, REQUESTED -> "not received yet";
                });
    }

    private static String received(LocalDate dated) {
        return dated == null ? "received" : "received on " + DAY.format(dated);
    }

    private static String described(String title, String author, String role, String state) {
        return title + ", from " + author + (role == null ? "" : ", " + role) + ", " + state;
    }
}
