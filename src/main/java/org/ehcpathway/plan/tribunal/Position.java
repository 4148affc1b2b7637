package org.ehcpathway.plan.tribunal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.function.Predicate;

/**
 * What both sides say at one place of the plan.
 *
 * @param item what the plan calls the item, such as F2; null where it is none
 * @param label what the words answer, such as "How much and how often"; null for words by themselves
 * @param pieces the text with its marks; none for a place where nothing is written
 */
public record Position(Place place, String item, String label, List<Marked> pieces) {

    private static final String NO_SPACE_BEFORE = " ,.;:!?)\n";

    Position saying(List<Marked> others) {
        return new Position(place, item, label, Marked.joined(others));
    }

    /** The words of the plan before anybody proposed a change. */
    @JsonIgnore
    public String original() {
        return text(mark -> !mark.addition());
    }

    /** As the plan would read with what is agreed, and nothing else. */
    @JsonIgnore
    public String agreed() {
        return text(mark ->
                mark == Mark.ORIGINAL || mark == Mark.AGREED_ADDITION || mark.deletion() && mark.side() != null);
    }

    /** As the plan would read if this side had its way. */
    public String wantedBy(Side side) {
        return text(mark -> mark == Mark.ORIGINAL
                || mark == Mark.AGREED_ADDITION
                || mark == Mark.additionBy(side)
                || mark == Mark.deletionBy(side.other()));
    }

    @JsonIgnore
    public boolean isDisputed() {
        return pieces.stream().anyMatch(piece -> piece.mark().side() != null);
    }

    @JsonIgnore
    public boolean hasAgreedChange() {
        return pieces.stream().anyMatch(piece -> piece.mark().agreed());
    }

    @JsonIgnore
    public boolean isChanged() {
        return isDisputed() || hasAgreedChange();
    }

    /** How a person finds it: "F2, how much and how often". */
    @JsonIgnore
    public String title() {
        if (place.kind() == Place.Kind.NEW) {
            return label;
        }
        String where = item == null ? "Section " + place.section() : item;
        return label == null ? where : where + ", " + Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }

    /** Where words are left out, a space is not left double or alone before a comma. */
    private String text(Predicate<Mark> counts) {
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        for (Marked piece : pieces) {
            if (!counts.test(piece.mark())) {
                gap = true;
                continue;
            }
            boolean doubled = gap
                    && (text.isEmpty() || text.charAt(text.length() - 1) == ' ')
                    && NO_SPACE_BEFORE.indexOf(piece.words().charAt(0)) >= 0;
            if (doubled && !text.isEmpty()) {
                text.setLength(text.length() - 1);
            }
            text.append(piece.words());
            gap = false;
        }
        return text.toString().strip();
    }
}
