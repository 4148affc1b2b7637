package org.ehcpathway.plan.compare;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.ehcpathway.casefile.FamilyView;
import org.ehcpathway.plan.ItemField;
import org.ehcpathway.plan.PlanAppendix;
import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanText;
import org.ehcpathway.plan.compare.AmendmentNotice.Entry;
import org.ehcpathway.plan.compare.AmendmentNotice.Paragraph;
import org.ehcpathway.plan.compare.AmendmentNotice.Piece;

/** Says changes in words, with the labels that the family finds in its plan. */
final class NoticeWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final String APPENDICES = "Section K: The advice and information gathered";

    private final PlanText plan;
    private final PlanText proposal;

    private NoticeWords(PlanText plan, PlanText proposal) {
        this.plan = plan;
        this.proposal = proposal;
    }

    /** @throws IllegalArgumentException for a change of section I, which is no part of a notice */
    static List<AmendmentNotice.Section> of(PlanText plan, PlanText proposal, List<PlanChange> changes) {
        NoticeWords words = new NoticeWords(plan, proposal);
        Map<String, List<Entry>> sections = new LinkedHashMap<>();
        for (PlanChange change : changes) {
            sections.computeIfAbsent(heading(change), title -> new ArrayList<>())
                    .add(words.entry(change));
        }
        return sections.entrySet().stream()
                .map(section -> new AmendmentNotice.Section(section.getKey(), section.getValue()))
                .toList();
    }

    private static String heading(PlanChange change) {
        if (change instanceof PlanChange.SectionWords words) {
            return heading(words.part());
        }
        if (change instanceof PlanChange.OfItem item) {
            return heading(item.part());
        }
        return change instanceof PlanChange.QuoteAdded || change instanceof PlanChange.QuoteRemoved
                ? heading(PlanPart.A)
                : APPENDICES;
    }

    private static String heading(PlanPart part) {
        return "Section " + part + ": " + part.title();
    }

    private Entry entry(PlanChange change) {
        if (change instanceof PlanChange.SectionWords words) {
            return changed("Section " + words.part() + ", its words", words.from(), words.to());
        }
        if (change instanceof PlanChange.ItemAdded added) {
            PlanItem item = proposal.item(added.line()).orElseThrow();
            return new Entry(proposal.label(item) + " is new", List.of(), plain(whole(proposal, item)));
        }
        if (change instanceof PlanChange.ItemRemoved removed) {
            PlanItem item = plan.item(removed.line()).orElseThrow();
            return new Entry(plan.label(item) + " is taken out", plain(whole(plan, item)), List.of());
        }
        if (change instanceof PlanChange.ItemMoved moved) {
            return new Entry(
                    plan.label(plan.item(moved.line()).orElseThrow()) + " becomes "
                            + proposal.label(proposal.item(moved.line()).orElseThrow())
                            + ": only its place changes",
                    List.of(),
                    List.of());
        }
        if (change instanceof PlanChange.ItemAnswer answer) {
            ItemField field = answer.field();
            return changed(
                    label(answer.line()) + ", " + title(field),
                    field.printed(answer.from()),
                    field.printed(answer.to()));
        }
        if (change instanceof PlanChange.ItemTies ties) {
            return changed(
                    label(ties.line()) + ", the needs and outcomes it is for",
                    labels(plan, ties.from()),
                    labels(proposal, ties.to()));
        }
        if (change instanceof PlanChange.ItemAdvice advice) {
            return changed(
                    label(advice.line()) + ", the advice it comes from",
                    advice(plan, advice.from()),
                    advice(proposal, advice.to()));
        }
        if (change instanceof PlanChange.QuoteAdded added) {
            FamilyView quote = quote(proposal, added.view());
            return new Entry("Section A also repeats " + said(quote), List.of(), plain(quote.words()));
        }
        if (change instanceof PlanChange.QuoteRemoved removed) {
            FamilyView quote = quote(plan, removed.view());
            return new Entry("Section A no longer repeats " + said(quote), plain(quote.words()), List.of());
        }
        return appendix(change);
    }

    private Entry appendix(PlanChange change) {
        if (change instanceof PlanChange.AppendixAdded added) {
            return new Entry(
                    "K" + added.appendix().number() + " is new",
                    List.of(),
                    plain(line(proposal, added.appendix().adviceId())));
        }
        if (change instanceof PlanChange.AppendixRemoved removed) {
            return new Entry(
                    "K" + removed.appendix().number() + " is taken out",
                    plain(line(plan, removed.appendix().adviceId())),
                    List.of());
        }
        if (change instanceof PlanChange.AppendixChanged changed) {
            String from = line(plan, changed.from().adviceId());
            String to = line(proposal, changed.to().adviceId());
            String label = "K" + changed.from().number();
            return from.equals(to)
                    ? new Entry(label + ": another report or other words of the same adviser", plain(from), plain(to))
                    : changed(label, from, to);
        }
        throw new IllegalArgumentException("No part of an amendment notice: " + change.getClass());
    }

    private static String title(ItemField field) {
        return field == ItemField.WORDS ? "its words" : field.title().toLowerCase(Locale.UK);
    }

    /** "F2", or "F2 (F3 in the changed plan)" where others before it come or go. */
    private String label(long line) {
        String now = plan.label(plan.item(line).orElseThrow());
        String then = proposal.label(proposal.item(line).orElseThrow());
        return now.equals(then) ? now : now + " (" + then + " in the changed plan)";
    }

    private static String labels(PlanText text, SortedSet<Long> lines) {
        return text.items().stream()
                .filter(item -> lines.contains(item.line()))
                .map(text::label)
                .collect(Collectors.joining(", "));
    }

    private static String advice(PlanText text, SortedSet<Long> ids) {
        return text.appendices().stream()
                .filter(one -> ids.contains(one.adviceId()))
                .map(PlanAppendix::label)
                .collect(Collectors.joining(", "));
    }

    private static FamilyView quote(PlanText text, long id) {
        return text.quotes().stream()
                .filter(view -> view.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private static String said(FamilyView quote) {
        return "what " + quote.saidBy() + " said on " + DAY.format(quote.saidOn());
    }

    private static String line(PlanText text, long advice) {
        return text.appendices().stream()
                .filter(one -> one.adviceId() == advice)
                .map(one -> one.label() + ": " + PlanComparison.described(one))
                .findFirst()
                .orElseThrow();
    }

    /** All an item says, one answer a line. */
    private static String whole(PlanText text, PlanItem item) {
        List<String> lines = new ArrayList<>();
        Arrays.stream(ItemField.values())
                .filter(field -> field.printed(item.says()) != null)
                .forEach(field ->
                        lines.add((field == ItemField.WORDS ? "" : field.title() + ": ") + field.printed(item.says())));
        String ties = text.tiesOf(item).stream().map(text::label).collect(Collectors.joining(", "));
        String sources = text.sourcesOf(item).stream().map(PlanAppendix::label).collect(Collectors.joining(", "));
        if (!ties.isEmpty()) {
            lines.add("For: " + ties);
        }
        if (!sources.isEmpty()) {
            lines.add("From the advice: " + sources);
        }
        return String.join("\n", lines);
    }

    private static Entry changed(String sentence, String from, String to) {
        List<Stretch> stretches = WordDiff.of(from, to);
        return new Entry(
                sentence,
                paragraphs(
                        stretches.stream().filter(stretch -> !stretch.added()).toList()),
                paragraphs(
                        stretches.stream().filter(stretch -> !stretch.removed()).toList()));
    }

    private static List<Paragraph> plain(String words) {
        return paragraphs(List.of(new Stretch(Stretch.Kind.SAME, words)));
    }

    private static List<Paragraph> paragraphs(List<Stretch> stretches) {
        List<Paragraph> paragraphs = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        for (Stretch stretch : stretches) {
            String[] lines = stretch.words().split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                if (i > 0) {
                    end(pieces, paragraphs);
                }
                add(new Piece(lines[i], stretch.kind() != Stretch.Kind.SAME), pieces);
            }
        }
        end(pieces, paragraphs);
        return paragraphs;
    }

    /** What was taken out between two pieces leaves them one. */
    private static void add(Piece piece, List<Piece> pieces) {
        Piece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
        if (last != null && last.differs() == piece.differs()) {
            pieces.set(pieces.size() - 1, new Piece(last.words() + piece.words(), piece.differs()));
        } else if (!piece.words().isEmpty()) {
            pieces.add(piece);
        }
    }

    private static void end(List<Piece> pieces, List<Paragraph> paragraphs) {
        if (pieces.stream().anyMatch(piece -> !piece.words().isBlank())) {
            paragraphs.add(new Paragraph(List.copyOf(pieces)));
        }
        pieces.clear();
    }
}
