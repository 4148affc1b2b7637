package org.ehcpathway.plan;

import java.util.regex.Pattern;
import org.ehcpathway.statute.Refusal;

/** Text as it comes from a writer's clipboard, made fit to be kept and printed. */
final class PlanWords {

    private static final int LONGEST = 100_000;

    /** Word marks a field by control characters around its code and its result: the result is text, the code is not. */
    private static final Pattern FIELD_CODE =
            Pattern.compile("\\x13[^\\x13\\x14\\x15]*(?:\\x14([^\\x13\\x15]*))?\\x15");

    /** The same code as text, as Word shows it with Alt+F9; it stands beside its result or in its place. */
    private static final Pattern FIELD_CODE_IN_WORDS = Pattern.compile(
            "\\{\\s*(?:HYPERLINK|PAGEREF|REF|PAGE|NUMPAGES|TOC|SEQ|INCLUDEPICTURE|STYLEREF)\\b[^{}]*\\}");

    /** Hyphens that only show where a word breaks, and characters without width, which no reader sees and no font prints. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\u00AD\\u001F\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u206F\\uFEFF\\uFFFC]");

    /** Word's bullets, among them those of its symbol fonts. A dot or a dash is one only where a tab follows it. */
    private static final String BULLET =
            "(?:[\\u2022\\u2023\\u2043\\u204C\\u25AA\\u25AB\\u25CF\\u25CB\\u25E6\\u25A0\\u25A1\\u27A2\\uF0A7\\uF0B7\\uF0D8\\uF0FC][ \\t]*"
                    + "|[\\u00B7\\u00A7\\u2013\\u2014o][ ]*\\t[ \\t]*)";

    private static final Pattern BULLET_AT_THE_BEGINNING = Pattern.compile("(?m)^[ \\t]*" + BULLET);
    private static final Pattern BULLET_WITHIN = Pattern.compile("[ \\t]+[\\u2022\\u25AA\\u25CF\\uF0B7][ \\t]+");

    private PlanWords() {}

    /**
     * Keeps every word. Takes out what cannot be printed and is not meant: control characters, Word's odd spaces, hyphens and field
     * codes; each bullet becomes a line of its own that begins with a hyphen.
     */
    static String clean(String typed) {
        if (typed == null) {
            return "";
        }
        String lines = withoutFieldCodes(typed)
                .replace("\r\n", "\n")
                // Word writes a line break within a paragraph as a vertical tab, and a page break as a form feed.
                .replaceAll("[\\r\\x0B\\x0C\\x85\\u2028\\u2029]", "\n")
                .replaceAll("[\\u2010\\u2011\\x1E]", "-");
        String seen = UNSEEN.matcher(lines)
                .replaceAll("")
                .replaceAll("[\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000]", " ");
        String bulleted = BULLET_AT_THE_BEGINNING
                .matcher(BULLET_WITHIN.matcher(seen).replaceAll("\n- "))
                .replaceAll("- ");
        String clean = bulleted.replace('\t', ' ')
                .replaceAll("[\\p{Cc}&&[^\\n]]", "")
                .replaceAll(" +(?=\\n)", "")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
        if (clean.length() > LONGEST) {
            throw new Refusal(
                    "This section is longer than 100,000 characters. Put long reports into the advice instead.");
        }
        return clean;
    }

    /** From the innermost outwards: the result of one field can hold another. */
    private static String withoutFieldCodes(String typed) {
        if (typed.indexOf('\u0013') < 0) {
            return FIELD_CODE_IN_WORDS.matcher(typed).replaceAll("");
        }
        String before;
        String after = typed;
        do {
            before = after;
            after = FIELD_CODE
                    .matcher(before)
                    .replaceAll(field ->
                            field.group(1) == null ? "" : java.util.regex.Matcher.quoteReplacement(field.group(1)));
        } while (!after.equals(before));
        return FIELD_CODE_IN_WORDS.matcher(after).replaceAll("");
    }
}
