package org.ehcpathway.letter;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Breaks lines where English breaks them, but never inside a name, a date, a telephone number, a reference or an
 * address of the web.
 *
 * <p>Without it a name such as O’Neill may be torn after its apostrophe. Doing it here rather than with markup keeps the order in
 * which the page is drawn, so copied text reads as it is printed.
 */
final class UnbrokenLines implements FSTextBreaker {

    private static final String DATES =
            "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day )?\\d{1,2} (?:January|February|March|April|May|June|July|August|"
                    + "September|October|November|December) \\d{4}";
    private static final String TELEPHONES = "\\b0\\d{2,5}(?: \\d{3,6}){1,2}\\b";
    private static final String REFERENCES = "EHC-\\d{4}-\\d{5}";
    /** Up to 60 characters: an address longer than a line must break somewhere. */
    private static final String WEB_AND_EMAIL = "(?:https?://|www\\.)\\S{1,52}|[^\\s@]{1,40}@[^\\s@]{1,40}";

    /** A longer name would not fit into a line of the address window, and would then be torn inside a word. */
    private static final int LONGEST_PHRASE = 36;

    private final BreakIterator breaks = BreakIterator.getLineInstance(Locale.UK);
    private static final Pattern TOGETHER =
            Pattern.compile(String.join("|", DATES, TELEPHONES, REFERENCES, WEB_AND_EMAIL));

    private final List<String> phrases;
    private final List<int[]> ranges = new ArrayList<>();

    UnbrokenLines(Collection<String> phrases) {
        this.phrases = phrases.stream()
                .filter(phrase -> !phrase.isBlank() && phrase.length() <= LONGEST_PHRASE)
                .distinct()
                .toList();
    }

    @Override
    public void setText(String text) {
        breaks.setText(text);
        ranges.clear();
        if (text.chars().anyMatch(UnbrokenLines::mayStand)) {
            Matcher matcher = TOGETHER.matcher(text);
            while (matcher.find()) {
                ranges.add(new int[] {matcher.start(), matcher.end()});
            }
        }
        for (String phrase : phrases) {
            for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length())) {
                ranges.add(new int[] {at, at + phrase.length()});
            }
        }
    }

    /** No date, number or address is without one of these, and most texts are without them: those are not searched. */
    private static boolean mayStand(int c) {
        return c >= '0' && c <= '9' || c == '@' || c == '/' || c == '.';
    }

    @Override
    public int next() {
        int position = breaks.next();
        while (position != BreakIterator.DONE && insideRange(position)) {
            position = breaks.next();
        }
        return position;
    }

    private boolean insideRange(int position) {
        return ranges.stream().anyMatch(range -> range[0] < position && position < range[1]);
    }
}
