package org.ehcpathway.letter;

import java.text.BreakIterator;
import java.util.Collection;

/** How a line of an address is set in the window of the envelope: as broad as the style of the sheet makes the window. */
final class WindowLine {

    /** The window of {@code letters/shared/layout.html}: 80 mm of letters of 10 pt. */
    private static final double EMS = 80 / 25.4 * 72 / 10;

    private final LetterFonts fonts;

    WindowLine(LetterFonts fonts) {
        this.fonts = fonts;
    }

    /**
     * The lines that one line of an address takes in print. A word goes on in the next line when it no longer fits, and one that is
     * wider than a line is torn.
     *
     * @param unbroken names that no line may tear apart
     */
    int lines(String line, Collection<String> unbroken) {
        UnbrokenLines breaks = new UnbrokenLines(unbroken);
        breaks.setText(line);
        int lines = 1;
        int begin = 0;
        int end = 0;
        for (int next = breaks.next(); next != BreakIterator.DONE && next > end; next = breaks.next()) {
            if (!fits(line, begin, next) && end > begin) {
                lines++;
                begin = end;
            }
            while (!fits(line, begin, next)) {
                lines++;
                begin = torn(line, begin);
            }
            end = next;
        }
        return lines;
    }

    private int torn(String line, int begin) {
        int end = begin + 1;
        while (fits(line, begin, end + 1)) {
            end++;
        }
        return end;
    }

    private boolean fits(String line, int begin, int end) {
        return fonts.width(line.substring(begin, end).stripTrailing()) <= EMS;
    }
}
