package org.ehcpathway.plan.compare;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ehcpathway.plan.compare.Stretch.Kind;

/** What two texts have in common, word by word; no word or number is ever torn apart. */
public final class WordDiff {

    private static final Pattern WORD = Pattern.compile(
            "\\p{N}+(?:[.,:]\\p{N}+)*|[\\p{L}\\p{M}\\p{N}]+(?:['’-][\\p{L}\\p{M}\\p{N}]+)*|\\n|[^\\S\\n]+|.",
            Pattern.DOTALL);
    /** Above this, paragraphs are compared first: the time grows with the length times the number of differences. */
    private static final int MANY_WORDS = 20_000;

    private WordDiff() {}

    /** The text cut into words, spaces, ends of lines and signs; joined they are the text again. */
    public static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    /**
     * The stretches that make both texts: without the added ones the earlier, without the removed ones the later. Null is no text.
     */
    public static List<Stretch> of(String before, String after) {
        String earlier = before == null ? "" : before;
        String later = after == null ? "" : after;
        List<Stretch> stretches = new ArrayList<>();
        compare(words(earlier), words(later), stretches, true);
        return joined(readable(joined(stretches)));
    }

    private static void compare(List<String> before, List<String> after, List<Stretch> out, boolean mayCompareLines) {
        if (before.size() + after.size() <= MANY_WORDS) {
            deltas(before, after, out, false);
        } else if (mayCompareLines) {
            deltas(lines(before), lines(after), out, true);
        } else {
            add(out, Kind.REMOVED, before);
            add(out, Kind.ADDED, after);
        }
    }

    private static void deltas(List<String> before, List<String> after, List<Stretch> out, boolean ofLines) {
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>(), null)
                .getDeltas()) {
            add(out, Kind.SAME, before.subList(at, delta.getSource().getPosition()));
            if (ofLines) {
                compare(
                        words(String.join("", delta.getSource().getLines())),
                        words(String.join("", delta.getTarget().getLines())),
                        out,
                        false);
            } else {
                add(out, Kind.REMOVED, delta.getSource().getLines());
                add(out, Kind.ADDED, delta.getTarget().getLines());
            }
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(out, Kind.SAME, before.subList(at, before.size()));
    }

    private static List<String> lines(List<String> words) {
        return Arrays.asList(String.join("", words).split("(?<=\\n)"));
    }

    private static void add(List<Stretch> out, Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            out.add(new Stretch(kind, String.join("", words)));
        }
    }

    /** A space alone between two changes belongs to them: "one two" changed to "three four" is one change and not two. */
    private static List<Stretch> readable(List<Stretch> stretches) {
        List<Stretch> out = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            boolean between = i > 0 && i < stretches.size() - 1;
            if (stretch.kind() == Kind.SAME && between && stretch.words().isBlank()) {
                out.add(new Stretch(Kind.REMOVED, stretch.words()));
                out.add(new Stretch(Kind.ADDED, stretch.words()));
            } else {
                out.add(stretch);
            }
        }
        return out;
    }

    /** Between two things that are the same, at most one removed stretch and after it one added one. */
    private static List<Stretch> joined(List<Stretch> stretches) {
        List<Stretch> out = new ArrayList<>();
        StringBuilder same = new StringBuilder();
        StringBuilder removed = new StringBuilder();
        StringBuilder added = new StringBuilder();
        for (Stretch stretch : stretches) {
            switch (stretch.kind()) {
                case SAME -> {
                    flush(removed, Kind.REMOVED, out);
                    flush(added, Kind.ADDED, out);
                    same.append(stretch.words());
                }
                case REMOVED -> {
                    flush(same, Kind.SAME, out);
                    removed.append(stretch.words());
                }
                case ADDED -> {
                    flush(same, Kind.SAME, out);
                    added.append(stretch.words());
                }
            }
        }
        flush(same, Kind.SAME, out);
        flush(removed, Kind.REMOVED, out);
        flush(added, Kind.ADDED, out);
        return out;
    }

    private static void flush(StringBuilder words, Kind kind, List<Stretch> out) {
        if (!words.isEmpty()) {
            out.add(new Stretch(kind, words.toString()));
            words.setLength(0);
        }
    }
}
