package org.ehcpathway.letter;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of text that a person wrote: a paragraph of one or more lines, or a list of points.
 *
 * @param list whether the lines are the points of a list
 */
public record Passage(boolean list, List<String> lines) {

    /** Blank lines part paragraphs; lines that begin with a dash, an asterisk or a bullet are the points of a list. */
    static List<Passage> of(String text) {
        return read(text, true);
    }

    /** The same without lists: what families said stays as they wrote it, with its dashes. */
    static List<Passage> wordForWord(String text) {
        return read(text, false);
    }

    private static List<Passage> read(String text, boolean withLists) {
        List<Passage> passages = new ArrayList<>();
        if (text == null) {
            return passages;
        }
        List<String> lines = new ArrayList<>();
        boolean list = false;
        for (String line : Characters.printable(text).split("\n")) {
            String trimmed = line.strip();
            boolean point = withLists && trimmed.matches("[-*\u2022\u2013] .*");
            if (trimmed.isEmpty() || point != list) {
                close(passages, list, lines);
                lines = new ArrayList<>();
                list = point;
            }
            if (!trimmed.isEmpty()) {
                lines.add(point ? trimmed.substring(2).strip() : trimmed);
            }
        }
        close(passages, list, lines);
        return passages;
    }

    private static void close(List<Passage> passages, boolean list, List<String> lines) {
        if (!lines.isEmpty()) {
            passages.add(new Passage(list, List.copyOf(lines)));
        }
    }
}
