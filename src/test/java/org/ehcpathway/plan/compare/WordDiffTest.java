package org.ehcpathway.plan.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.ehcpathway.plan.compare.Stretch.Kind;
import org.junit.jupiter.api.Test;

/** Whole words are added and taken out. */
class WordDiffTest {

    @Test
    void aWordAndANumberAreChangedWhole() {
        assertThat(WordDiff.of("45 minutes, four times a week", "60 minutes, four times a week"))
                .containsExactly(
                        new Stretch(Kind.REMOVED, "45"),
                        new Stretch(Kind.ADDED, "60"),
                        new Stretch(Kind.SAME, " minutes, four times a week"));
        assertThat(WordDiff.of("The child's one-to-one help: 1.5 hours", "The child one-to-one help: 2.5 hours"))
                .containsExactly(
                        new Stretch(Kind.SAME, "The "),
                        new Stretch(Kind.REMOVED, "child's"),
                        new Stretch(Kind.ADDED, "child"),
                        new Stretch(Kind.SAME, " one-to-one help: "),
                        new Stretch(Kind.REMOVED, "1.5"),
                        new Stretch(Kind.ADDED, "2.5"),
                        new Stretch(Kind.SAME, " hours"));
    }

    @Test
    void twoWordsInARowAreOneChange() {
        assertThat(WordDiff.of("a specialist teacher daily", "a trained assistant daily"))
                .containsExactly(
                        new Stretch(Kind.SAME, "a "),
                        new Stretch(Kind.REMOVED, "specialist teacher"),
                        new Stretch(Kind.ADDED, "trained assistant"),
                        new Stretch(Kind.SAME, " daily"));
    }

    @Test
    void nothingIsNoText() {
        assertThat(WordDiff.of(null, "Daily")).containsExactly(new Stretch(Kind.ADDED, "Daily"));
        assertThat(WordDiff.of("Daily", null)).containsExactly(new Stretch(Kind.REMOVED, "Daily"));
        assertThat(WordDiff.of(null, "")).isEmpty();
    }

    @Test
    void aLongSectionWrittenAnewIsComparedInTheTimeAReaderWaits() {
        String before = paragraphs("before", "It says this");
        String after = paragraphs("after", "It says that");
        long start = System.nanoTime();

        List<Stretch> stretches = WordDiff.of(before, after);

        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
        assertThat(Stretch.before(stretches)).isEqualTo(before);
        assertThat(Stretch.after(stretches)).isEqualTo(after);
    }

    private static String paragraphs(String word, String sentence) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < 99_000; i++) {
            text.append(word).append(i).append(" ").append(sentence).append(i % 7 == 0 ? ".\n" : ". ");
        }
        return text.toString();
    }

    @Property
    void bothTextsCanBeReadFromTheirDifferences(
            @ForAll @StringLength(max = 60) @CharRange(from = 'a', to = 'd') @Chars({' ', '\n', '.', '1'})
                    String before,
            @ForAll @StringLength(max = 60) @CharRange(from = 'a', to = 'd') @Chars({' ', '\n', '.', '1'})
                    String after) {
        List<Stretch> stretches = WordDiff.of(before, after);

        assertThat(Stretch.before(stretches)).isEqualTo(before);
        assertThat(Stretch.after(stretches)).isEqualTo(after);
        assertThat(stretches.stream().anyMatch(stretch -> stretch.kind() != Kind.SAME))
                .isEqualTo(!before.equals(after));
    }

    @Property
    void aTextIsItsWords(@ForAll String text) {
        assertThat(String.join("", WordDiff.words(text))).isEqualTo(text);
    }
}
