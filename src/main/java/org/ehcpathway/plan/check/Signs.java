package org.ehcpathway.plan.check;

import java.util.regex.Pattern;

/** Signs in a text by which numbers, frequencies, people counted and things observed are known. */
final class Signs {

    private static final String NUMBER_WORD =
            "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|"
                    + "ninety|half|quarter|once|twice)";
    private static final String NUMBER = "(?:\\d+|" + NUMBER_WORD + ")";

    /** One to one is how, not how much. */
    private static final Pattern ONE_TO_ONE = pattern("\\bone[ -]to[ -]one\\b|\\b[12]\\s?:\\s?\\d\\b");

    private static final Pattern WHOLE =
            pattern("\\b(throughout|always|at all times|full[- ]time|(?:all|whole)(?: of)?(?: the)?(?: school)?"
                    + " (?:days?|lessons?|sessions?|time|week|breaks?|mealtimes?))\\b");
    private static final Pattern HAS_NUMBER = pattern("\\d|[\u00bc-\u00be]|\\b" + NUMBER_WORD + "\\b");
    private static final Pattern FREQUENCY = pattern(
            "\\b(daily|weekly|fortnightly|monthly|(?:half-)?termly|yearly|annual(?:ly)?|hourly|each|every|per|once|"
                    + "twice|times|an? (?:day|week|fortnight|month|half[- ]term|term|year|lesson|session|visit)|(?<!half )an hour|"
                    + "one[- ]off)\\b");
    private static final Pattern TIME_GIVEN = pattern("\\b" + NUMBER + "(?:\\s|-)*(?:minutes?|mins?|hours?|hrs?)\\b");
    private static final Pattern PEOPLE_COUNTED = pattern("\\bof (?:no more than |at most |up to |not more than )?"
            + NUMBER + "\\b|\\b" + NUMBER + "(?: to " + NUMBER
            + ")? (?:other )?(?:children|pupils|learners|students|peers|people|others|classmates|young people)\\b");
    private static final Pattern OBSERVED = pattern(
            "\\b(see[sn]?|hears?|heard|counts?|counted|observes?|observed|observation|records?|recorded|measures?|"
                    + "measured|test(?:s|ed)?|assess(?:es|ed|ment)?|scores?|register|chart|log|tally|level|scale|stage|"
                    + "percent(?:age)?|per cent|age of|watch(?:es|ed)?|checks?|checked|shows?|without (?:help|prompts?|"
                    + "prompting|reminders?|an adult)|independently|alone|by (?:him|her|them)sel(?:f|ves))\\b|%");

    private Signs() {}

    /** Whether the text says how much: a number, or the whole of something. */
    static boolean hasNumber(String text) {
        return HAS_NUMBER.matcher(ONE_TO_ONE.matcher(text).replaceAll(" ")).find()
                || WHOLE.matcher(text).find();
    }

    /** Whether the text says how often. */
    static boolean hasFrequency(String text) {
        return FREQUENCY.matcher(text).find() || WHOLE.matcher(text).find();
    }

    /** Whether minutes or hours are given. */
    static boolean givesTime(String text) {
        return TIME_GIVEN.matcher(text).find() || WHOLE.matcher(text).find();
    }

    /** Whether the text says how many people a group has. */
    static boolean countsPeople(String text) {
        return PEOPLE_COUNTED.matcher(text).find();
    }

    /** Whether somebody could say that it was reached: by a number, a frequency, or what is seen or heard. */
    static boolean canBeObserved(String text) {
        return hasNumber(text) || hasFrequency(text) || OBSERVED.matcher(text).find();
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
