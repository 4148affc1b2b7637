package org.ehcpathway.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Words in the reasons of a refusal that rest on a blanket policy instead of on the law's questions, from
 * {@code decisions/policy-thresholds.yaml}. Whoever decides can say why they are none in this case.
 */
@Component
public class PolicyThresholds {

    private static final String FILE = "/decisions/policy-thresholds.yaml";
    private static final String NUMBER =
            "(?:[0-9]+(?:[.,][0-9]+)*|a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)";
    private static final String GAP = "[\\s\\u00A0\\u2010\\u2011\\u2013-]+";
    private static final String UP_TO_FOUR_WORDS = "(?:[\\p{L}\\p{N}'£%.,]+" + GAP + "){0,4}";

    /**
     * Words that were found.
     *
     * @param words as they stand in the reasons
     * @param instead what to write, in a sentence
     */
    public record Found(String words, String instead) {}

    private record Threshold(Pattern words, String instead) {}

    private final List<Threshold> thresholds;

    PolicyThresholds() {
        try (InputStream file = PolicyThresholds.class.getResourceAsStream(FILE)) {
            this.thresholds = read(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @throws IllegalStateException when an entry lacks something */
    private static List<Threshold> read(InputStream yaml) {
        List<Map<String, Object>> entries = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        List<Threshold> thresholds = new ArrayList<>();
        for (Map<String, Object> entry : entries) {
            if (!(entry.get("phrases") instanceof List<?> phrases)
                    || phrases.isEmpty()
                    || !(entry.get("instead") instanceof String instead)) {
                throw new IllegalStateException(FILE + ": an entry needs phrases and instead: " + entry);
            }
            phrases.forEach(phrase -> thresholds.add(new Threshold(pattern(phrase.toString()), instead.strip())));
        }
        return List.copyOf(thresholds);
    }

    /** The first such words in the reasons; empty where there are none. */
    public Optional<Found> in(String reasons) {
        // Of the same length, so that what is found can be shown as it was written.
        String even = reasons.replace('\u2019', '\'');
        return thresholds.stream()
                .flatMap(threshold -> {
                    Matcher found = threshold.words().matcher(even);
                    return found.find()
                            ? Stream.of(Map.entry(
                                    found.start(),
                                    new Found(reasons.substring(found.start(), found.end()), threshold.instead())))
                            : Stream.empty();
                })
                .min(Comparator.comparing(Map.Entry::getKey))
                .map(Map.Entry::getValue);
    }

    private static Pattern pattern(String phrase) {
        String words = Stream.of(phrase.strip().split("\\s+"))
                .map(PolicyThresholds::word)
                .collect(Collectors.joining(GAP))
                // Up to four words bring their own gaps along.
                .replace(UP_TO_FOUR_WORDS + GAP, UP_TO_FOUR_WORDS);
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + words + "(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String word(String word) {
        if (word.equals("*")) {
            return UP_TO_FOUR_WORDS;
        }
        return Stream.of(word.split("(?<=#)|(?=#)"))
                .map(part -> part.equals("#") ? NUMBER : Pattern.quote(part))
                .collect(Collectors.joining());
    }
}
