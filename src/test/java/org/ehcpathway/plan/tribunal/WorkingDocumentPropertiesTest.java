package org.ehcpathway.plan.tribunal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ehcpathway.plan.compare.WordDiff;

/** Whatever is marked in a working document is read from its Word document again. */
class WorkingDocumentPropertiesTest {

    private static final List<String> NEW_WORDS = List.of("twice", " daily", "the ", "the", ".\n", "\nA", "week ", " ");

    @Property(tries = 50)
    void whatBothSidesMarkedIsReadAgain(@ForAll long seed) {
        WorkingText marked = marked(new Random(seed), Set.of(Mark.values()));

        Received received = SampleRound.received(SampleRound.word(marked), original(marked), Side.COUNCIL, true);

        assertThat(after(received)).isEqualTo(marked.positions());
        assertThat(received.newlyLoose()).isEmpty();
        assertThat(received.reference()).isEqualTo(SampleRound.REFERENCE);
        assertThat(received.round()).isEqualTo(1);
    }

    @Property(tries = 50)
    void whatOneSideMarkedIsTakenAsItIs(@ForAll long seed) {
        WorkingText marked =
                marked(new Random(seed), Set.of(Mark.ORIGINAL, Mark.FAMILY_ADDITION, Mark.FAMILY_DELETION));

        Received received = SampleRound.received(SampleRound.word(marked), original(marked), Side.FAMILY, false);

        assertThat(after(received)).isEqualTo(marked.positions());
        assertThat(received.answers())
                .allSatisfy(answer -> assertThat(answer.notes()).isEmpty());
    }

    @Property(tries = 50)
    void aDocumentThatComesBackAsItWentChangesNothing(@ForAll long seed, @ForAll Side sender) {
        WorkingText marked = marked(new Random(seed), Set.of(Mark.values()));

        Received received = SampleRound.received(SampleRound.word(marked), marked, sender, false);

        assertThat(after(received)).isEqualTo(marked.positions());
        assertThat(received.answers()).noneMatch(Received.Answer::isOfInterest);
    }

    @Property(tries = 50)
    void nobodyCanChangeWhatTheOtherSideProposes_orLoseWordsOfThePlan(@ForAll long before, @ForAll long after) {
        WorkingText sent = marked(new Random(before), Set.of(Mark.values()));
        WorkingText back = marked(new Random(after), Set.of(Mark.values()));

        Received received = SampleRound.received(SampleRound.word(back), sent, Side.FAMILY, false);

        for (Received.Answer answer : received.answers()) {
            assertThat(squeezed(answer.after().original()))
                    .isEqualTo(squeezed(answer.before().original()));
            assertThat(words(answer.after(), Set.of(Mark.COUNCIL_ADDITION, Mark.AGREED_ADDITION)))
                    .as("the council's words, accepted or not")
                    .isEqualTo(words(answer.before(), Set.of(Mark.COUNCIL_ADDITION, Mark.AGREED_ADDITION)));
        }
    }

    private static String words(Position position, Set<Mark> marks) {
        StringBuilder words = new StringBuilder();
        position.pieces().stream()
                .filter(piece -> marks.contains(piece.mark()))
                .forEach(piece -> words.append(piece.words()));
        return words.toString();
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static List<Position> after(Received received) {
        return received.answers().stream().map(Received.Answer::after).toList();
    }

    private static WorkingText original(WorkingText marked) {
        return new WorkingText(
                marked.positions().stream()
                        .map(position -> position.saying(position.pieces().stream()
                                .filter(piece -> !piece.mark().addition())
                                .map(piece -> new Marked(Mark.ORIGINAL, piece.words()))
                                .toList()))
                        .toList(),
                List.of());
    }

    /** The plan with words deleted and added at random, also in the middle of a word. */
    private static WorkingText marked(Random chance, Set<Mark> marks) {
        List<Mark> deletions =
                marks.stream().filter(mark -> !mark.addition()).sorted().toList();
        List<Mark> additions = marks.stream().filter(Mark::addition).sorted().toList();
        return new WorkingText(
                SampleRound.original().positions().stream()
                        .map(position -> position.saying(marked(position, chance, deletions, additions)))
                        .toList(),
                List.of());
    }

    private static List<Marked> marked(Position position, Random chance, List<Mark> deletions, List<Mark> additions) {
        List<Marked> pieces = new ArrayList<>();
        for (String word : WordDiff.words(position.original())) {
            if (chance.nextInt(6) == 0) {
                pieces.add(new Marked(
                        additions.get(chance.nextInt(additions.size())),
                        NEW_WORDS.get(chance.nextInt(NEW_WORDS.size()))));
            }
            Mark mark = chance.nextInt(3) == 0 ? deletions.get(chance.nextInt(deletions.size())) : Mark.ORIGINAL;
            int cut = chance.nextInt(8) == 0 ? word.length() / 2 : 0;
            pieces.add(new Marked(Mark.ORIGINAL, word.substring(0, cut)));
            pieces.add(new Marked(mark, word.substring(cut)));
        }
        if (chance.nextInt(3) == 0) {
            pieces.add(new Marked(additions.get(chance.nextInt(additions.size())), "twice a week"));
        }
        return pieces;
    }
}
