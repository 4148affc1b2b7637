package org.ehcpathway.plan.tribunal;

import java.util.List;
import java.util.regex.Pattern;
import org.ehcpathway.plan.PlanPart;

/** The fixed words of a working document, which its writer sets and its reader knows again. */
final class Layout {

    static final String TITLE = "Working document";
    static final String KEY = "Key";
    static final String ORIGINAL = "Plain: the words of the plan as it was.";
    static final String HOW =
            "To propose a change, mark it in this way in your own document and send it back. Words that you add"
                    + " or delete with Track Changes are taken as your proposals too.";
    static final String NOT_PLACED = "Not placed";
    static final String REFERENCE = "EhcReference";
    static final String ROUND = "EhcRound";

    /** How a line of the head begins, up to a colon. */
    static final List<String> HEAD = List.of("Name", "Reference", "Based on", "Round", "Date", "Last changed by");

    private static final Pattern HEAD_LINE = Pattern.compile("(?:" + String.join("|", HEAD) + "): .*");

    private Layout() {}

    static String heading(String section) {
        return "Section " + section + ": "
                + (section.equals(WorkingText.SECTION_I)
                        ? "The setting"
                        : PlanPart.valueOf(section).title());
    }

    /** A line of the key: who, and what is done with the words. */
    static String key(Mark mark) {
        return switch (mark) {
            case ORIGINAL -> ORIGINAL;
            case AGREED_ADDITION -> "Underlined: added, agreed by both.";
            case AGREED_DELETION -> "Underlined and struck through: deleted, agreed by both.";
            case FAMILY_ADDITION -> "Bold: added by the family.";
            case FAMILY_DELETION -> "Bold and struck through: deleted by the family.";
            case COUNCIL_ADDITION -> "Italic: added by the council.";
            case COUNCIL_DELETION -> "Italic and struck through: deleted by the council.";
        };
    }

    /** Whether a line before the first section is one that the writer sets in every round. */
    static boolean ofHead(String line) {
        if (line.equals(TITLE) || line.equals(KEY) || line.equals(HOW)) {
            return true;
        }
        for (Mark mark : Mark.values()) {
            if (line.equals(key(mark))) {
                return true;
            }
        }
        return HEAD_LINE.matcher(line).matches();
    }

    static String line(Loose loose) {
        return "From " + loose.from().title() + ", near " + loose.near() + ": " + loose.words();
    }
}
