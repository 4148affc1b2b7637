package org.ehcpathway.letter;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.ehcpathway.casefile.Postcode;
import org.ehcpathway.letter.PrintedPdf.Mark;
import org.ehcpathway.letter.PrintedPdf.Paper;
import org.ehcpathway.statute.Refusal;

/**
 * What a letter must look like to go into an envelope with a window, in mm from the left and the top: the zones of GOV.UK Notify's
 * letters, which are strict enough for every print room. Source: GOV.UK Notify, letter specification 2.4 and the live rules of its
 * precompiled letters, 2026.
 */
final class Envelope {

    /** Where something may be printed. */
    private record Zone(double left, double top, double right, double bottom) {
        boolean holds(Mark mark) {
            return mark.left() >= left && mark.right() <= right && mark.top() >= top && mark.bottom() <= bottom;
        }
    }

    private static final Zone LOGO = new Zone(15, 5, 125, 30);
    private static final Zone SENDER = new Zone(125, 5, 195, 95);
    private static final Zone WINDOW = new Zone(24.6, 39.5, 120, 66.3);
    private static final Zone FIRST_TEXT = new Zone(15, 95, 195, 292);
    private static final Zone NEXT_TEXT = new Zone(15, 5, 195, 292);

    private static final int FEWEST_LINES = 3;
    private static final int MOST_LINES = 7;
    private static final int MOST_PAGES = 10;
    private static final double TOLERANCE = 2;

    /** The mark by which Notify knows its own letters. */
    private static final String TAG = "NOTIFY";

    private static final Pattern STRANGE_START = Pattern.compile("^[@()=\\[\\]\"”\\\\/,<>~].*");
    private static final Pattern NOWHERE =
            Pattern.compile("(?i)(no fixed (abode|address)|nfa|of no fixed (abode|address))");

    private Envelope() {}

    /**
     * Refuses a letter whose marks do not keep to the zones.
     *
     * @throws Refusal in a sentence that says what to change
     */
    static void check(PrintedPdf letter) {
        if (letter.papers().size() > MOST_PAGES) {
            throw new Refusal(
                    "The letter has %d pages, but a letter in the post has at most 10: shorten what you wrote, or enclose it as a paper."
                            .formatted(letter.papers().size()));
        }
        if (letter.sealed() || !letter.papers().stream().allMatch(Envelope::isA4)) {
            throw new Refusal("The letter is not on plain A4 paper: its template has to be put right first.");
        }
        StringBuilder text = new StringBuilder();
        for (Mark mark : letter.marks()) {
            check(mark);
            text.append(mark.text() == null ? "" : mark.text());
        }
        if (text.indexOf(TAG) >= 0) {
            throw new Refusal(
                    "The letter contains the word NOTIFY in capitals, which the post takes for its own mark: write it in small letters.");
        }
    }

    /**
     * Refuses an address that the post does not take: under 3 or over 7 lines with the name, without a postcode at its end, or
     * none at all.
     *
     * @param lines the name first, the postcode last
     */
    static void checkAddress(List<String> lines) {
        if (lines.size() < FEWEST_LINES) {
            throw new Refusal(
                    "A recipient’s postal address is too short for the post: it takes a name, at least one line of the address and the postcode.");
        }
        checkWindow(lines.size());
        for (String line : lines) {
            if (STRANGE_START.matcher(line).matches()) {
                throw new Refusal(
                        "A line of a recipient’s address begins with a character that the post does not take: begin it with a letter or a number.");
            }
            if (NOWHERE.matcher(line.strip()).matches()) {
                throw new Refusal(
                        "A letter cannot be posted to somebody without a fixed address: record an address where the person gets post, or an e-mail address.");
            }
        }
        String last = lines.get(lines.size() - 1);
        if (!Postcode.checked(last).equals(last.strip().toUpperCase(Locale.UK))) {
            throw new Refusal("The last line of a recipient’s address must be the postcode, written like SW1A 2AA.");
        }
    }

    /** @param printed lines of the name and the address as they are printed, where a wide one goes on in the next */
    static void checkWindow(int printed) {
        if (printed > MOST_LINES) {
            throw tooLong();
        }
    }

    private static boolean isA4(Paper paper) {
        return Math.abs(paper.width() - 210) <= TOLERANCE
                && Math.abs(paper.height() - 297) <= TOLERANCE
                && paper.rotation() == 0;
    }

    private static void check(Mark mark) {
        if (mark.page() > 1) {
            if (!NEXT_TEXT.holds(mark)) {
                throw outside(mark);
            }
        } else if (!FIRST_TEXT.holds(mark) && !LOGO.holds(mark) && !SENDER.holds(mark) && !WINDOW.holds(mark)) {
            boolean ofAddress = mark.left() >= WINDOW.left
                    && mark.left() < SENDER.left
                    && mark.top() > LOGO.bottom
                    && mark.top() < FIRST_TEXT.top;
            throw ofAddress ? tooLong() : outside(mark);
        }
    }

    private static Refusal tooLong() {
        return new Refusal(
                "A recipient’s name and address take more than the 7 lines of the envelope’s window, or are too wide for it: shorten the address.");
    }

    private static Refusal outside(Mark mark) {
        return new Refusal(
                "On page %d the letter prints something where the post needs white paper (%.0f mm from the left, %.0f mm from the top): have the council’s letterhead or the template put right."
                        .formatted(mark.page(), mark.left(), mark.top()));
    }
}
