package org.ehcpathway.plan.tribunal;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import org.ehcpathway.plan.compare.Stretch;
import org.ehcpathway.plan.compare.WordDiff;
import org.ehcpathway.plan.tribunal.Note.Kind;

/**
 * Puts what came back beside what was sent, word by word. Nobody can change what the other side proposes, agree with themselves, or
 * lose words by not marking them: what does not follow the key is kept in the way that harms nobody, with a note.
 */
final class Reconciling {

    private final Side sender;
    private final boolean both;
    private final List<Marked> out = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    /** Whether the last note goes on with the next word. */
    private boolean noteOpen;

    private boolean noted;

    private Reconciling(Side sender, boolean both) {
        this.sender = sender;
        this.both = both;
    }

    /**
     * @param before the last round
     * @param now as it came back
     * @param sender who sent it
     * @param both whether both sides stand behind the document, so that what it marks as agreed is
     */
    static Reconciled of(List<Marked> before, List<Reading> now, Side sender, boolean both) {
        Reconciling reconciling = new Reconciling(sender, both);
        reconciling.compare(before, now);
        return new Reconciled(
                Marked.joined(reconciling.out),
                reconciling.notes.stream()
                        .map(note -> new Note(note.kind(), note.words().strip()))
                        .toList());
    }

    /**
     * The words of the plan are the frame: what stands in both documents is matched first, and what stands between two such words is
     * compared by itself. So a mark may end within a word, and words added twice are not taken for each other.
     */
    private void compare(List<Marked> before, List<Reading> now) {
        Pieces<Marked> was = new Pieces<>(
                before,
                piece -> !piece.mark().addition(),
                Marked::words,
                (piece, words) -> new Marked(piece.mark(), words));
        Pieces<Reading> is = new Pieces<>(now, piece -> !piece.adds(), Reading::words, Reading::withWords);
        List<Marked> goneHere = new ArrayList<>();
        List<Reading> comeHere = new ArrayList<>();
        for (Stretch stretch : WordDiff.of(was.frame(), is.frame())) {
            int length = stretch.words().length();
            switch (stretch.kind()) {
                case REMOVED -> goneHere.addAll(was.takeWithFrame(length));
                case ADDED -> comeHere.addAll(is.takeWithFrame(length));
                case SAME -> {
                    while (length > 0) {
                        goneHere.addAll(was.takeBeforeFrame());
                        comeHere.addAll(is.takeBeforeFrame());
                        between(goneHere, comeHere);
                        int same = Math.min(length, Math.min(was.frameHere(), is.frameHere()));
                        List<Marked> stays = was.takeWithFrame(same);
                        each(() -> stays(stays.get(0), is.takeWithFrame(same).get(0)));
                        length -= same;
                    }
                }
            }
        }
        goneHere.addAll(was.takeBeforeFrame());
        comeHere.addAll(is.takeBeforeFrame());
        between(goneHere, comeHere);
    }

    /** Matches word by word, whatever they were and are set as. */
    private void between(List<Marked> gone, List<Reading> come) {
        List<Marked> was = gone.stream()
                .flatMap(piece -> WordDiff.words(piece.words()).stream().map(word -> new Marked(piece.mark(), word)))
                .toList();
        List<Reading> is = come.stream()
                .flatMap(piece -> WordDiff.words(piece.words()).stream().map(piece::withWords))
                .toList();
        gone.clear();
        come.clear();
        // What comes in the place of something stands after it, in whichever order they were found.
        List<Marked> missing = new ArrayList<>();
        List<Reading> inserted = new ArrayList<>();
        int i = 0;
        int j = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(
                        was.stream().map(Marked::words).toList(),
                        is.stream().map(Reading::words).toList(),
                        new MyersDiffWithLinearSpace<>(),
                        null)
                .getDeltas()) {
            int position = delta.getSource().getPosition();
            if (position > i) {
                replaced(missing, inserted);
                j = stay(was.subList(i, position), is, j);
            }
            i = position + delta.getSource().size();
            missing.addAll(was.subList(position, i));
            inserted.addAll(is.subList(j, j + delta.getTarget().size()));
            j += delta.getTarget().size();
        }
        replaced(missing, inserted);
        stay(was.subList(i, was.size()), is, j);
    }

    private void replaced(List<Marked> missing, List<Reading> inserted) {
        missing.forEach(word -> each(() -> missing(word)));
        inserted.forEach(word -> each(() -> inserted(word)));
        missing.clear();
        inserted.clear();
    }

    private int stay(List<Marked> was, List<Reading> is, int from) {
        int at = from;
        for (Marked word : was) {
            Reading now = is.get(at++);
            each(() -> stays(word, now));
        }
        return at;
    }

    /** A note goes on with the next word only when there is the same to say of it. */
    private void each(Runnable word) {
        noted = false;
        word.run();
        if (!noted) {
            noteOpen = false;
        }
    }

    /** A word that stands there still, with the mark it had and the mark it has. */
    private void stays(Marked was, Reading is) {
        Mark mark = was.mark();
        switch (mark) {
            case ORIGINAL -> original(was.words(), is);
            case AGREED_ADDITION -> {
                if (is.deletes()) {
                    note(Kind.UNDONE, was.words());
                } else if (!is.agreed()) {
                    note(Kind.REMARKED, was.words());
                }
                put(mark, was.words());
            }
            case AGREED_DELETION -> {
                if (!is.deletes()) {
                    note(Kind.UNDONE, was.words());
                }
                put(mark, was.words());
            }
            case FAMILY_ADDITION, COUNCIL_ADDITION -> addition(was, is);
            case FAMILY_DELETION, COUNCIL_DELETION -> deletion(was, is);
        }
    }

    private void original(String word, Reading is) {
        if (is.deletes()) {
            put(proposal(is, Mark.AGREED_DELETION, Mark.deletionBy(sender), Mark.deletionBy(sender.other())), word);
            noteProposal(is, word);
        } else {
            if (is.adds()) {
                note(Kind.REMARKED, word);
            }
            put(Mark.ORIGINAL, word);
        }
    }

    private void addition(Marked was, Reading is) {
        boolean own = was.mark().side() == sender;
        if (is.deletes()) {
            if (own && !both) {
                note(Kind.WITHDRAWN, was.words());
                return;
            }
            note(Kind.OBJECTED, was.words());
        } else if (is.agreed()) {
            if (!own || both) {
                put(Mark.AGREED_ADDITION, was.words());
                return;
            }
            note(Kind.CLAIMED, was.words());
        } else if (is.side() != was.mark().side() && !(is.bold() && is.italic())) {
            note(Kind.REMARKED, was.words());
        }
        put(was.mark(), was.words());
    }

    private void deletion(Marked was, Reading is) {
        boolean own = was.mark().side() == sender;
        if (!is.deletes()) {
            if (own && !both) {
                note(Kind.RESTORED, was.words());
                put(Mark.ORIGINAL, was.words());
                return;
            }
            note(Kind.OBJECTED, was.words());
        } else if (is.agreed()) {
            if (!own || both) {
                put(Mark.AGREED_DELETION, was.words());
                return;
            }
            note(Kind.CLAIMED, was.words());
        }
        put(was.mark(), was.words());
    }

    /** A word of the last round that is not there any more. */
    private void missing(Marked was) {
        switch (was.mark()) {
            case ORIGINAL -> {
                note(Kind.UNMARKED_DELETION, was.words());
                put(Mark.deletionBy(sender), was.words());
            }
            case AGREED_ADDITION -> {
                note(Kind.UNDONE, was.words());
                put(was.mark(), was.words());
            }
            // Struck words that were taken out altogether: no less deleted than before.
            case AGREED_DELETION, FAMILY_DELETION, COUNCIL_DELETION -> put(was.mark(), was.words());
            case FAMILY_ADDITION, COUNCIL_ADDITION -> {
                if (was.mark().side() == sender && !both) {
                    note(Kind.WITHDRAWN, was.words());
                } else {
                    note(Kind.OBJECTED, was.words());
                    put(was.mark(), was.words());
                }
            }
        }
    }

    /** A word that was not in the last round. */
    private void inserted(Reading is) {
        if (is.deletes()) {
            note(Kind.STRUCK_BUT_NOT_THERE, is.words());
            return;
        }
        if (!is.adds()) {
            note(Kind.UNMARKED_ADDITION, is.words());
        } else {
            noteProposal(is, is.words());
        }
        put(proposal(is, Mark.AGREED_ADDITION, Mark.additionBy(sender), Mark.additionBy(sender.other())), is.words());
    }

    private Mark proposal(Reading is, Mark agreed, Mark own, Mark others) {
        if (both && is.agreed()) {
            return agreed;
        }
        return both && is.side() == sender.other() ? others : own;
    }

    private void noteProposal(Reading is, String word) {
        if (!both && is.agreed()) {
            note(Kind.CLAIMED, word);
        } else if (!both && is.side() == sender.other()) {
            note(Kind.OTHERS_MARK, word);
        }
    }

    private void put(Mark mark, String words) {
        out.add(new Marked(mark, words));
    }

    /** Words in a row with the same to say of them share a note; spaces alone are not worth one. */
    private void note(Kind kind, String word) {
        noted = true;
        int last = notes.size() - 1;
        if (noteOpen && notes.get(last).kind() == kind) {
            notes.set(last, new Note(kind, notes.get(last).words() + word));
        } else if (!word.isBlank()) {
            notes.add(new Note(kind, word));
            noteOpen = true;
        }
    }
}
