package org.ehcpathway.stories;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.ehcpathway.stories.FormsAndTasks.Field;

/** What a client may send in a field of a form although no caseworker would: of every kind of oddity some, chosen by a seed. */
final class OddValues {

    /**
     * One value as the REST API takes it.
     *
     * @param name for the report of a failure
     * @param sent the entry of the field in {@code variables}; null leaves the field out
     * @param cannotStand whether no form may take it in a field of this kind
     */
    record Odd(String name, Map<String, Object> sent, boolean cannotStand) {

        /** The text of it; null when it is none. */
        String text() {
            return sent != null && sent.get("value") instanceof String text && !sent.containsKey("type") ? text : null;
        }
    }

    /** Longer than the file takes in any field. */
    private static final String TWO_HUNDRED_KILOBYTES = "Nell needs help. ".repeat(12_048);

    /** Words of twenty thousand characters, the longest text the file takes anywhere. */
    static final String LONGEST = "Nell needs help. ".repeat(1_177).strip().substring(0, 20_000);

    private static final Map<String, String> UNPRINTABLE = ordered(
            "bell", "Nell\u0007Ashby",
            "escape", "Nell\u001B[31mAshby",
            "DEL", "Nell\u007FAshby",
            "C1", "Nell\u0085Ashby",
            "the other half of a character", "Nell \uDE00Ashby",
            "override to the left", "Nell \u202Eybhsa",
            "isolate", "Nell \u2067Ashby\u2069");

    private static final Map<String, String> STRANGE = ordered(
            "mark to the left", "Nell\u200F Ashby\u200E",
            "Arabic", "نل اشبي",
            "joiner", "Ne\u200Dll\u200B Ashby",
            "byte order mark", "\uFEFFNell Ashby",
            "no character", "Nell\uFFFF Ashby\uFFFE",
            "private use", "Nell\uE000 Ashby",
            "tag", "Nell\uDB40\uDC01 Ashby",
            "smiling face", "Nell \uD83D\uDE00 Ashby",
            "pile of accents", "N" + "\u0301\u0316\u0327".repeat(20) + "ell Ashby",
            "line separator", "Nell\u2028Ashby\u2029");

    private static final Map<String, String> SCRIPTS = ordered(
            "script", "<script>alert('Nell')</script>",
            "expression", "${7*7} #{7*7} ${execution.setVariable('team', 'none')}",
            "template", "[[${T(java.lang.Runtime)}]] __${7*7}__ {{7*7}}",
            "SQL", "Nell'; drop table ehc_case; -- ",
            "entity", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
            "path", "../../etc/passwd",
            "escapes", "\\u0041 \\0 \\x00 %00 %n %s {0} \\");

    private static final Map<String, String> IDS = ordered(
            "zero", "0",
            "less than nothing", "-1",
            "a number of twenty digits", "99999999999999999999",
            "a case there is none of", "EHC-2026-99999",
            "a setting there is none of", "100009",
            "nobody", "nobody",
            "a team there is none of", "team-nowhere");

    private static final Map<String, String> NO_DATES = ordered(
            "29 February of another year", "2027-02-29",
            "30 February", "2028-02-30",
            "month 13", "2026-13-01",
            "written the English way", "14/09/2026",
            "with a time", "2026-09-14T00:00:00",
            "words", "tomorrow",
            "digits", "20260914",
            "year ten thousand", "+10000-01-01",
            "the last date of all", "+999999999-12-31",
            "the first date of all", "-999999999-01-01",
            "before Christ", "-0001-01-01",
            "year nought", "0000-01-01",
            "year one", "0001-01-01",
            "year 9999", "9999-12-31",
            "Hastings", "1066-10-14");

    private OddValues() {}

    /** How many of the odd values one field gets; which ones is left to chance. */
    enum Depth {
        /** Only what other choices in the same form may do with a text: keep it, or lose it. */
        TEXTS,
        /** What databases and code are most often caught by. */
        FEW,
        /** Some of each kind. */
        USUAL,
        ALL;

        private List<Odd> of(List<Odd> all, int few, int usual, Random random) {
            List<Odd> mixed = new ArrayList<>(all);
            Collections.shuffle(mixed, random);
            int some =
                    switch (this) {
                        case TEXTS -> 0;
                        case FEW -> few;
                        case USUAL -> usual;
                        case ALL -> mixed.size();
                    };
            return mixed.subList(0, Math.min(some, mixed.size()));
        }
    }

    /** What one field is sent, on a day. */
    static List<Odd> of(Field field, LocalDate today, Random random, Depth depth) {
        boolean words = field.isText();
        if (depth == Depth.TEXTS) {
            return words ? List.of(new Odd("20,000 characters", value(LONGEST), false), strange(random)) : List.of();
        }
        List<Odd> odd = new ArrayList<>();
        odd.add(new Odd("left out", null, false));
        odd.add(new Odd("20,000 characters", value(LONGEST), !words));
        odd.add(new Odd("NUL", value("Nell\u0000Ashby"), true));
        odd.addAll(depth.of(
                List.of(
                        new Odd("null", value(null), false),
                        new Odd("nothing", value(""), field.isTick()),
                        new Odd("blanks", value(" \t\u00A0\n "), field.isTick())),
                0,
                1,
                random));
        odd.addAll(depth.of(
                List.of(
                        new Odd("200 kB", value(TWO_HUNDRED_KILOBYTES), true),
                        new Odd("half a character", value("Nell\uD83D Ashby"), true)),
                0,
                1,
                random));
        odd.addAll(depth.of(odd(UNPRINTABLE, true), 1, 1, random));
        odd.addAll(depth.of(wrongTypes(field), 0, 2, random));
        List<Odd> strange = new ArrayList<>(odd(STRANGE, !words));
        strange.addAll(odd(SCRIPTS, !words));
        strange.addAll(odd(IDS, field.isDate() || field.isTick()));
        odd.addAll(depth.of(strange, words ? 1 : 0, words ? 2 : 1, random));
        if (field.isDate()) {
            odd.addAll(depth.of(odd(NO_DATES, true), 2, 6, random));
            odd.addAll(depth.of(
                    Stream.of(
                                    today.plusDays(1),
                                    today.minusDays(1),
                                    today.plusYears(10),
                                    today.minusYears(30),
                                    LocalDate.of(1900, 1, 1),
                                    LocalDate.of(2199, 12, 31),
                                    LocalDate.of(2028, 2, 29))
                            .map(day -> new Odd(day.toString(), value(day.toString()), false))
                            .toList(),
                    2,
                    4,
                    random));
        }
        if (field.isChoice()) {
            odd.add(new Odd(
                    "no such code", value("NO_SUCH_CODE"), !field.choices().isEmpty()));
            List<Odd> codes = field.choices().stream()
                    .map(code -> new Odd(code, value(code), false))
                    .toList();
            odd.addAll(depth.of(codes, 1, codes.size(), random));
            field.choices().stream()
                    .limit(1)
                    .filter(code -> !code.equals(code.toLowerCase(Locale.ROOT)))
                    .forEach(code ->
                            odd.add(new Odd(code + " in small letters", value(code.toLowerCase(Locale.ROOT)), true)));
        }
        return odd;
    }

    private static Odd strange(Random random) {
        List<Odd> strange = new ArrayList<>(odd(STRANGE, false));
        strange.addAll(odd(SCRIPTS, false));
        return strange.get(random.nextInt(strange.size()));
    }

    private static List<Odd> wrongTypes(Field field) {
        boolean tick = field.isTick();
        List<Odd> types = new ArrayList<>();
        types.add(new Odd("a number", value(42), true));
        types.add(new Odd("yes", value(true), !tick));
        types.add(new Odd("no", value(false), !tick));
        types.add(new Odd("yes in words", value("true"), !field.isText()));
        types.add(new Odd("a list", value(List.of("Nell")), true));
        types.add(new Odd("an object", value(Map.of("name", "Nell")), true));
        types.add(new Odd("a fraction", value(1e308), true));
        types.add(new Odd("a long number", value(9_007_199_254_740_993L), true));
        types.add(new Odd("words as Integer", typed("Nell", "Integer"), true));
        types.add(new Odd("a number as String", typed(7, "String"), !field.isText()));
        types.add(new Odd("words as Boolean", typed("perhaps", "Boolean"), true));
        types.add(new Odd("a date of the engine", typed("2026-09-14T00:00:00.000+0100", "Date"), true));
        types.add(new Odd("bytes", typed("TmVsbA==", "Bytes"), true));
        types.add(new Odd("no bytes", typed("%%%", "Bytes"), true));
        types.add(new Odd("an unknown type", typed("Nell", "Nonsense"), true));
        types.add(new Odd("JSON", typed("{\"a\":", "Json"), true));
        types.add(new Odd("XML", typed("<a", "Xml"), true));
        Map<String, Object> file = typed("TmVsbA==", "File");
        file.put("valueInfo", Map.of("filename", "nell.txt", "mimetype", "text/plain"));
        types.add(new Odd("a file", file, true));
        types.add(new Odd(
                "an object of Java",
                serialised("rO0ABXQABE5lbGw=", "java.lang.String", "application/x-java-serialized-object"),
                true));
        types.add(new Odd("an object of JSON", serialised("{\"a\":1}", "java.util.Map", "application/json"), true));
        return types;
    }

    private static Map<String, Object> serialised(String value, String type, String format) {
        Map<String, Object> sent = typed(value, "Object");
        sent.put("valueInfo", Map.of("objectTypeName", type, "serializationDataFormat", format));
        return sent;
    }

    private static List<Odd> odd(Map<String, String> values, boolean cannotStand) {
        return values.entrySet().stream()
                .map(entry -> new Odd(entry.getKey(), value(entry.getValue()), cannotStand))
                .toList();
    }

    static Map<String, Object> value(Object value) {
        Map<String, Object> sent = new HashMap<>();
        sent.put("value", value);
        return sent;
    }

    private static Map<String, Object> typed(Object value, String type) {
        Map<String, Object> sent = value(value);
        sent.put("type", type);
        return sent;
    }

    private static Map<String, String> ordered(String... namesAndValues) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            all.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return all;
    }
}
