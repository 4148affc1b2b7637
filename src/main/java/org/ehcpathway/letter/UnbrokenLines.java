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

    private static final Pattern NUMBERS = Pattern.compile(
            "\\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \\d{4}"
                    + "|0\\d{2,5}(?: \\d{3,6}){1,2}\\b");
    private static final Pattern REFERENCE = Pattern.compile("EHC-\\d{4}-\\d{5}");
    private static final List<String> DAYS =
            List.of("Monday ", "Tuesday ", "Wednesday ", "Thursday ", "Friday ", "Saturday ", "Sunday ");

    /** An address longer than a line must break somewhere. */
    private static final int LONGEST_WEB_ADDRESS = 60;

    private static final int LONGEST_PART_OF_EMAIL = 40;

    /** A longer name would not fit into a line of the address window, and would then be torn inside a word. */
    private static final int LONGEST_PHRASE = 36;

    private final BreakIterator breaks = BreakIterator.getLineInstance(Locale.UK);
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
        // A search of the whole text for all of them at once takes a third of the time of a long plan.
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))) {
                keepNumber(text, i);
            } else if (c == '@') {
                keep(wordStart(text, i, LONGEST_PART_OF_EMAIL), wordEnd(text, i, LONGEST_PART_OF_EMAIL));
            } else if (c == 'E' && text.startsWith("EHC-", i)) {
                keepMatch(REFERENCE, text, i, i);
            } else if (text.startsWith("www.", i) || text.startsWith("http", i)) {
                keep(i, wordEnd(text, i, LONGEST_WEB_ADDRESS));
            }
        }
        for (String phrase : phrases) {
            for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length())) {
                keep(at, at + phrase.length());
            }
        }
    }

    private void keepNumber(String text, int at) {
        int start = at;
        for (String day : DAYS) {
            if (text.startsWith(day, at - day.length())) {
                start = at - day.length();
            }
        }
        keepMatch(NUMBERS, text, at, start);
    }

    private void keepMatch(Pattern pattern, String text, int at, int start) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (matcher.lookingAt()) {
            keep(start, matcher.end());
        }
    }

    private void keep(int start, int end) {
        ranges.add(new int[] {start, end});
    }

    private static int wordStart(String text, int at, int longest) {
        int start = at;
        while (start > 0 && at - start < longest && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int wordEnd(String text, int at, int longest) {
        int end = at;
        while (end < text.length() && end - at < longest && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
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
        for (int[] range : ranges) {
            if (range[0] < position && position < range[1]) {
                return true;
            }
        }
        return false;
    }
}
