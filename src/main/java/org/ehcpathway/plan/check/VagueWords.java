package org.ehcpathway.plan.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanPart;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Words that promise nothing, from {@code plans/vague-words.yaml}. They are found as whole words, whatever their case and however
 * they are spaced or hyphenated; all of them in one walk through a text.
 */
final class VagueWords {

    private static final String HYPHENS = "-\u2010\u2011\u2013";
    private static final String FILE = "/plans/vague-words.yaml";

    /** What makes the words harmless in an item. */
    enum Unless {
        PEOPLE_COUNTED,
        TIME_GIVEN,
        PROVIDER_NAMED
    }

    /**
     * An entry of the list.
     *
     * @param name its first phrase
     * @param in the kinds of section in which it is vague
     * @param instead what to write, in a sentence
     * @param unless null when nothing does
     */
    record Entry(String name, Set<PlanPart.Holds> in, String instead, Unless unless) {

        /** @param item null for the words of a section */
        boolean isSettled(PlanItem item, String whole) {
            if (unless == null) {
                return false;
            }
            return switch (unless) {
                case PEOPLE_COUNTED -> Signs.countsPeople(whole);
                case TIME_GIVEN -> Signs.givesTime(whole);
                case PROVIDER_NAMED -> item != null && item.says().byWhom() != null;
            };
        }
    }

    /** @param words as they stand in the text */
    record Hit(Entry entry, String words) {}

    private record Phrase(List<String> words, Entry entry) {}

    private record Token(String word, int from, int to) {}

    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();

    private VagueWords(List<Phrase> phrases) {
        // The longest first, so that of "as and when required" not only a part is shown.
        phrases.stream()
                .sorted((one, other) -> other.words().size() - one.words().size())
                .forEach(phrase -> byFirstWord
                        .computeIfAbsent(phrase.words().get(0), first -> new ArrayList<>())
                        .add(phrase));
    }

    static VagueWords fromClasspath() {
        try (InputStream file = VagueWords.class.getResourceAsStream(FILE)) {
            return read(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @throws IllegalStateException when an entry lacks something */
    static VagueWords read(InputStream yaml) {
        List<Map<String, Object>> entries = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        List<Phrase> phrases = new ArrayList<>();
        for (Map<String, Object> entry : entries) {
            List<String> said = list(entry, "phrases");
            if (said.isEmpty() || !(entry.get("instead") instanceof String instead)) {
                throw new IllegalStateException("vague-words.yaml: an entry needs phrases and instead: " + entry);
            }
            Object unless = entry.get("unless");
            Entry one = new Entry(
                    said.get(0),
                    list(entry, "in").stream()
                            .map(kind -> PlanPart.Holds.valueOf(kind.toUpperCase(Locale.ROOT)))
                            .collect(Collectors.toUnmodifiableSet()),
                    instead,
                    unless == null ? null : Unless.valueOf(unless.toString().toUpperCase(Locale.ROOT)));
            said.forEach(phrase -> phrases.add(
                    new Phrase(tokens(phrase).stream().map(Token::word).toList(), one)));
        }
        return new VagueWords(phrases);
    }

    /** Every vague phrase in a text of this kind of section; none inside another. */
    List<Hit> in(String text, PlanPart.Holds kind) {
        List<Token> tokens = tokens(text);
        List<Hit> hits = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Phrase found = at(tokens, at, text, kind);
            if (found == null) {
                at++;
            } else {
                int last = at + found.words().size() - 1;
                hits.add(new Hit(
                        found.entry(),
                        text.substring(tokens.get(at).from(), tokens.get(last).to())));
                at = last + 1;
            }
        }
        return hits;
    }

    private Phrase at(List<Token> tokens, int at, String text, PlanPart.Holds kind) {
        for (Phrase phrase : byFirstWord.getOrDefault(tokens.get(at).word(), List.of())) {
            if (phrase.entry().in().contains(kind) && stands(phrase.words(), tokens, at, text)) {
                return phrase;
            }
        }
        return null;
    }

    private static boolean stands(List<String> words, List<Token> tokens, int at, String text) {
        if (at + words.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!tokens.get(at + i).word().equals(words.get(i))
                    || i > 0
                            && !together(
                                    text,
                                    tokens.get(at + i - 1).to(),
                                    tokens.get(at + i).from())) {
                return false;
            }
        }
        return true;
    }

    /** A comma or a full stop between two words makes them two phrases. */
    private static boolean together(String text, int from, int to) {
        return text.substring(from, to)
                .chars()
                .allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || HYPHENS.indexOf(c) >= 0);
    }

    /** By hand, because a plan is checked at every save: an expression takes several times as long. */
    private static List<Token> tokens(String text) {
        String lower = text.toLowerCase(Locale.UK).replace('’', '\'');
        // Some letters grow when lowered; then the places would not fit the text any more.
        String even = lower.length() == text.length() ? lower : text.replace('’', '\'');
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < even.length()) {
            int from = at;
            while (at < even.length() && isOfWord(even, at, from)) {
                at++;
            }
            if (at > from) {
                tokens.add(new Token(even.substring(from, at), from, at));
            } else {
                at++;
            }
        }
        return tokens;
    }

    /** An apostrophe belongs to a word between two letters of it. */
    private static boolean isOfWord(String text, int at, int from) {
        char c = text.charAt(at);
        return Character.isLetterOrDigit(c)
                || c == '\'' && at > from && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    }

    private static List<String> list(Map<String, Object> entry, String key) {
        Object value = entry.get(key);
        if (value == null) {
            throw new IllegalStateException("vague-words.yaml: an entry has no " + key + ": " + entry);
        }
        return value instanceof List<?> many
                ? many.stream().map(Object::toString).toList()
                : Arrays.stream(value.toString().split("\\s*,\\s*")).toList();
    }
}
