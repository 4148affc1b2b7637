package org.ehcpathway.plan.tribunal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ehcpathway.plan.tribunal.Note.Kind;

/** Reads a document that came back beside the last round. */
final class Receiving {

    private Receiving() {}

    /**
     * @param sender who sent it
     * @param both whether both sides stand behind it
     * @throws org.ehcpathway.statute.Refusal when it cannot be read
     */
    static Received of(byte[] content, WorkingDocument last, Side sender, boolean both) {
        WordReader.Read read = WordReader.read(content);
        Sorting.Sorted sorted = Sorting.sort(read.paragraphs(), last.text(), sender);
        List<Received.Answer> answers = new ArrayList<>();
        for (Position before : last.text().positions()) {
            Reconciled reconciled = Reconciling.of(
                    before.pieces(), sorted.found().getOrDefault(before.place(), List.of()), sender, both);
            List<Note> notes = new ArrayList<>(reconciled.notes());
            sorted.remarks()
                    .getOrDefault(before.place(), List.of())
                    .forEach(remark -> notes.add(new Note(Kind.COMMENT, remark)));
            answers.add(new Received.Answer(before, before.saying(reconciled.pieces()), notes));
        }
        List<Loose> loose = new ArrayList<>(last.text().loose());
        loose.addAll(sorted.loose());
        return new Received(read.reference(), read.round(), answers, loose, sorted.loose());
    }

    /**
     * The text of the next round.
     *
     * @param placed to which places loose words go, by their number among all loose words
     */
    static WorkingText text(Received received, Map<Integer, Place> placed) {
        List<Position> positions = new ArrayList<>();
        for (Received.Answer answer : received.answers()) {
            Position position = answer.after();
            for (Map.Entry<Integer, Place> one : placed.entrySet()) {
                if (one.getValue().equals(position.place())) {
                    Loose words = received.loose().get(one.getKey());
                    List<Marked> pieces = new ArrayList<>(position.pieces());
                    pieces.add(
                            new Marked(Mark.additionBy(words.from()), (pieces.isEmpty() ? "" : "\n") + words.words()));
                    position = position.saying(pieces);
                }
            }
            positions.add(position);
        }
        List<Loose> left = new ArrayList<>();
        for (int i = 0; i < received.loose().size(); i++) {
            if (!placed.containsKey(i)) {
                left.add(received.loose().get(i));
            }
        }
        return new WorkingText(positions, left);
    }
}
