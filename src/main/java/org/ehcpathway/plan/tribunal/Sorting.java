package org.ehcpathway.plan.tribunal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.ehcpathway.plan.compare.WordDiff;
import org.ehcpathway.plan.tribunal.WordReader.Atom;
import org.ehcpathway.plan.tribunal.WordReader.Paragraph;

/**
 * Finds the place of every word of a document that came back: by its bookmark; where that is gone, by heading and label; and where
 * these are gone too, by the words themselves. What has no place is kept as loose.
 */
final class Sorting {

    /** Two texts with this share of words in common are one, edited. */
    private static final double ALIKE = 0.6;

    /**
     * @param found the text at each place that was found
     * @param remarks comments and the like, by the place they stand at
     * @param loose what has no place, with what it stood after
     */
    record Sorted(Map<Place, List<Reading>> found, Map<Place, List<String>> remarks, List<Loose> loose) {}

    /** Text that belongs to a place; anchored by its bookmark or label, or only by what it stood after. */
    private record Chunk(List<Reading> words, boolean anchored) {

        String text() {
            return Sorting.text(words);
        }
    }

    private final WorkingText before;
    private final Side sender;
    private final Map<Place, List<Chunk>> chunks = new LinkedHashMap<>();
    private final Map<Place, List<String>> remarks = new HashMap<>();
    private final List<Loose> loose = new ArrayList<>();
    private final Set<String> known;

    private Position current;
    private String section;
    private String item;
    private boolean head = true;
    private boolean notPlaced;
    private String near = "the beginning";

    private Sorting(WorkingText before, Side sender) {
        this.before = before;
        this.sender = sender;
        this.known = before.loose().stream().map(Layout::line).collect(Collectors.toSet());
    }

    static Sorted sort(List<Paragraph> paragraphs, WorkingText before, Side sender) {
        Sorting sorting = new Sorting(before, sender);
        paragraphs.forEach(sorting::take);
        sorting.findByWords();
        Map<Place, List<Reading>> found = new LinkedHashMap<>();
        sorting.chunks.forEach((place, parts) -> found.put(place, joined(parts)));
        return new Sorted(found, sorting.remarks, sorting.loose);
    }

    private void take(Paragraph paragraph) {
        boolean known = paragraph.atoms().stream()
                .anyMatch(atom ->
                        atom.begins() != null && before.at(atom.begins()).isPresent());
        if (known) {
            anchored(paragraph);
        } else {
            unanchored(paragraph);
        }
    }

    private void anchored(Paragraph paragraph) {
        head = false;
        notPlaced = false;
        List<Reading> waiting = new ArrayList<>();
        boolean first = true;
        for (Atom atom : paragraph.atoms()) {
            if (atom.words() != null) {
                waiting.add(atom.words());
            } else if (atom.remark() != null) {
                remark(atom.remark());
            } else {
                Position next = before.at(atom.begins()).orElse(null);
                if (next != null) {
                    begin(next, waiting, first);
                    waiting = new ArrayList<>();
                    first = false;
                }
            }
        }
        chunk(waiting, true, false);
    }

    /** What stands before a bookmark is the end of the place before, the label of this one, or typed in front of its words. */
    private void begin(Position next, List<Reading> waiting, boolean atStart) {
        String text = text(waiting);
        String label = next.label() == null ? next.item() : next.label() + ":";
        int at = label == null ? -1 : text.lastIndexOf(label);
        boolean labelled =
                at >= 0 && (next.label() != null || text.substring(0, at).isBlank());
        List<Reading> ofThis = List.of();
        if (labelled) {
            chunk(part(waiting, 0, at), !atStart, atStart);
            ofThis = part(waiting, skipSpace(text, at + label.length()), text.length());
        } else if (atStart) {
            ofThis = waiting;
        } else {
            chunk(waiting, true, false);
        }
        go(next);
        chunks.computeIfAbsent(next.place(), place -> new ArrayList<>());
        chunk(ofThis, true, false);
    }

    private void go(Position next) {
        current = next;
        section = next.place().section();
        item = next.item();
        near = next.title();
    }

    private void unanchored(Paragraph paragraph) {
        List<Reading> words = paragraph.atoms().stream()
                .map(Atom::words)
                .filter(Objects::nonNull)
                .toList();
        String text = text(words);
        String line = text.strip();
        paragraph.atoms().stream().map(Atom::remark).filter(Objects::nonNull).forEach(this::remark);
        if (line.isEmpty() || isHeading(line)) {
            return;
        }
        if (notPlaced || head) {
            if (!known.contains(line) && !(head && Layout.ofHead(line))) {
                loose.add(new Loose(notPlaced ? "the end" : "the beginning", line, sender));
            }
            return;
        }
        Position labelled = labelled(line);
        if (labelled != null) {
            go(labelled);
            String label = labelled.label() + ":";
            chunks.computeIfAbsent(labelled.place(), place -> new ArrayList<>());
            chunk(part(words, skipSpace(text, text.indexOf(label) + label.length()), text.length()), true, false);
        } else if (current == null) {
            loose.add(new Loose(near, line, sender));
        } else {
            chunk(words, false, true);
        }
    }

    private boolean isHeading(String line) {
        if (line.equals(Layout.NOT_PLACED)) {
            notPlaced = true;
            head = false;
            return true;
        }
        for (String one : before.sections()) {
            if (line.equals(Layout.heading(one))) {
                head = false;
                section = one;
                item = null;
                current = before.positions().stream()
                        .filter(position -> position.place().section().equals(one)
                                && position.place().kind() == Place.Kind.SECTION)
                        .findFirst()
                        .orElse(null);
                near = "the heading of section " + one;
                return true;
            }
        }
        Position words = before.positions().stream()
                .filter(position -> line.equals(position.item()) && position.label() == null)
                .findFirst()
                .orElse(null);
        if (head || words == null) {
            return false;
        }
        go(words);
        return true;
    }

    private Position labelled(String line) {
        return before.positions().stream()
                .filter(position -> position.label() != null
                        && position.place().section().equals(section)
                        && (position.item() == null || position.item().equals(item))
                        && line.startsWith(position.label() + ":"))
                .findFirst()
                .orElse(null);
    }

    private void chunk(List<Reading> words, boolean anchored, boolean newParagraph) {
        String text = text(words);
        if (text.isEmpty() || newParagraph && text.isBlank()) {
            return;
        }
        if (current == null) {
            loose.add(new Loose(near, text.strip(), sender));
            return;
        }
        List<Chunk> parts = chunks.computeIfAbsent(current.place(), place -> new ArrayList<>());
        parts.add(new Chunk(List.copyOf(words), anchored && !newParagraph));
    }

    private void remark(String words) {
        if (current == null) {
            loose.add(new Loose(near, words, sender));
        } else {
            remarks.computeIfAbsent(current.place(), place -> new ArrayList<>()).add(words);
        }
    }

    /** A paragraph without a bookmark that reads like a place which was not found is that place. */
    private void findByWords() {
        for (Position missing : before.positions()) {
            if (missing.original().isEmpty()
                    || chunks.getOrDefault(missing.place(), List.of()).stream().anyMatch(Chunk::anchored)) {
                continue;
            }
            Place best = null;
            Chunk likest = null;
            double most = ALIKE;
            for (Map.Entry<Place, List<Chunk>> place : chunks.entrySet()) {
                for (Chunk chunk : place.getValue()) {
                    double alike = chunk.anchored() ? 0 : alike(chunk, missing.original());
                    if (alike >= most) {
                        best = place.getKey();
                        likest = chunk;
                        most = alike;
                    }
                }
            }
            if (likest != null) {
                chunks.get(best).remove(likest);
                chunks.computeIfAbsent(missing.place(), place -> new ArrayList<>())
                        .add(0, new Chunk(likest.words(), true));
            }
        }
    }

    private static double alike(Chunk chunk, String original) {
        List<String> one = wordsOf(chunk.words().stream()
                .filter(words -> !words.adds())
                .map(Reading::words)
                .collect(Collectors.joining()));
        List<String> other = new ArrayList<>(wordsOf(original));
        int size = Math.max(one.size(), other.size());
        long common = one.stream().filter(other::remove).count();
        return size == 0 ? 0 : (double) common / size;
    }

    private static List<String> wordsOf(String text) {
        return WordDiff.words(text).stream().filter(word -> !word.isBlank()).toList();
    }

    /** A paragraph of its own begins a new line; the line is added when the paragraph is. */
    private static List<Reading> joined(List<Chunk> parts) {
        List<Reading> all = new ArrayList<>();
        for (Chunk part : parts) {
            if (!part.anchored() && !all.isEmpty()) {
                all.add(part.words().get(0).withWords("\n"));
            }
            all.addAll(part.words());
        }
        return all;
    }

    private static String text(List<Reading> words) {
        return words.stream().map(Reading::words).collect(Collectors.joining());
    }

    private static int skipSpace(String text, int from) {
        return from < text.length() && text.charAt(from) == ' ' ? from + 1 : from;
    }

    /** The readings from one character to another. */
    private static List<Reading> part(List<Reading> words, int from, int to) {
        List<Reading> part = new ArrayList<>();
        int at = 0;
        for (Reading reading : words) {
            int end = at + reading.words().length();
            int first = Math.max(from, at);
            int last = Math.min(to, end);
            if (first < last) {
                part.add(reading.withWords(reading.words().substring(first - at, last - at)));
            }
            at = end;
        }
        return part;
    }
}
