package org.ehcpathway.plan.tribunal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Takes a marked text from its beginning, led by its frame: the pieces that are of the plan, without what was added to it. */
final class Pieces<T> {

    private final List<T> pieces;
    private final Predicate<T> ofFrame;
    private final Function<T, String> words;
    private final BiFunction<T, String, T> with;
    private int piece;
    private int character;

    Pieces(List<T> pieces, Predicate<T> ofFrame, Function<T, String> words, BiFunction<T, String, T> with) {
        this.pieces = pieces.stream().filter(one -> !words.apply(one).isEmpty()).toList();
        this.ofFrame = ofFrame;
        this.words = words;
        this.with = with;
    }

    /** The whole text of the frame. */
    String frame() {
        return pieces.stream().filter(ofFrame).map(words).collect(Collectors.joining());
    }

    /** How many characters of the frame come next with one mark; 0 where additions come first, or at the end. */
    int frameHere() {
        return piece < pieces.size() && ofFrame.test(pieces.get(piece))
                ? words.apply(pieces.get(piece)).length() - character
                : 0;
    }

    /** The additions that come next. */
    List<T> takeBeforeFrame() {
        List<T> taken = new ArrayList<>();
        while (piece < pieces.size() && !ofFrame.test(pieces.get(piece))) {
            taken.add(pieces.get(piece++));
        }
        return taken;
    }

    /** What comes next up to so many characters of the frame, additions on the way among it. */
    List<T> takeWithFrame(int length) {
        List<T> taken = new ArrayList<>();
        int left = length;
        while (left > 0) {
            taken.addAll(takeBeforeFrame());
            int here = Math.min(left, frameHere());
            T from = pieces.get(piece);
            taken.add(with.apply(from, words.apply(from).substring(character, character + here)));
            character += here;
            left -= here;
            if (frameHere() == 0) {
                piece++;
                character = 0;
            }
        }
        return taken;
    }
}
