package org.ehcpathway.plan.check;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanSection;
import org.ehcpathway.plan.PlanText;

/** How the words of a plan read: vague words, the same words twice, long sentences. Section A is the family's and is left alone. */
final class WordChecks {

    private static final int LONGEST_SENTENCE = 30;

    /** Shorter words, such as that none was found, may well stand in several sections. */
    private static final int REPEATED_FROM = 60;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("\\s+");

    private final VagueWords vague;

    WordChecks(VagueWords vague) {
        this.vague = vague;
    }

    void check(Findings findings) {
        PlanText text = findings.text();
        for (PlanItem item : text.items()) {
            List<FieldText> fields = FieldText.of(item);
            String whole =
                    String.join("\n", fields.stream().map(FieldText::text).toList());
            for (FieldText field : fields) {
                if (field.field() == Place.Field.OTHER_SOURCE) {
                    continue;
                }
                for (VagueWords.Hit hit : vague.in(field.text(), item.part().holds())) {
                    if (!hit.entry().isSettled(item, whole)) {
                        findings.add(
                                PlanRule.VAGUE_WORDS,
                                Severity.STYLE,
                                item,
                                field.field(),
                                "says “" + hit.words() + "”. " + hit.entry().instead(),
                                hit.entry().name() + "\n" + field.text());
                    }
                }
                int longest = longest(field.text());
                if (longest > LONGEST_SENTENCE) {
                    findings.add(
                            PlanRule.LONG_SENTENCE,
                            Severity.STYLE,
                            item,
                            field.field(),
                            "has a sentence of " + longest + " words. Make two or three of it.",
                            field.text());
                }
            }
        }
        for (PlanSection section : text.sections()) {
            if (section.part() != PlanPart.A && !section.words().isBlank()) {
                check(findings, section);
            }
        }
        repeated(findings);
    }

    private void check(Findings findings, PlanSection section) {
        for (VagueWords.Hit hit : vague.in(section.words(), section.part().holds())) {
            if (!hit.entry().isSettled(null, section.words())) {
                findings.add(
                        PlanRule.VAGUE_WORDS,
                        Severity.STYLE,
                        section.part(),
                        Place.Field.WORDS,
                        "Section " + section.part() + " says “" + hit.words() + "”. "
                                + hit.entry().instead(),
                        hit.entry().name() + "\n" + section.words());
            }
        }
        int longest = longest(section.words());
        if (longest > LONGEST_SENTENCE) {
            findings.add(
                    PlanRule.LONG_SENTENCE,
                    Severity.STYLE,
                    section.part(),
                    Place.Field.WORDS,
                    "Section " + section.part() + " has a sentence of " + longest + " words. Make two or three of it.",
                    section.words());
        }
    }

    /** An item that says what another of its kind says, and a paragraph that stands in two sections. */
    private static void repeated(Findings findings) {
        Map<String, String> seen = new HashMap<>();
        for (PlanItem item : findings.text().items()) {
            String words = even(item.says().words());
            String before =
                    words.isEmpty() ? null : seen.putIfAbsent(item.part().holds() + words, findings.label(item));
            if (before != null) {
                findings.add(
                        PlanRule.SAME_TEXT_TWICE,
                        Severity.STYLE,
                        item,
                        Place.Field.WORDS,
                        "says the same as " + before + ". Say it once, and tie it to both.",
                        item.says().words());
            }
        }
        Map<String, PlanPart> paragraphs = new HashMap<>();
        for (PlanSection section : findings.text().sections()) {
            for (String paragraph : section.words().split("\\n")) {
                String words = even(paragraph);
                PlanPart before = words.length() < REPEATED_FROM ? null : paragraphs.putIfAbsent(words, section.part());
                if (before != null) {
                    findings.add(
                            PlanRule.SAME_TEXT_TWICE,
                            Severity.STYLE,
                            section.part(),
                            Place.Field.WORDS,
                            "Section " + section.part() + " repeats a paragraph of section " + before
                                    + ". Say it where it belongs.",
                            paragraph);
                }
            }
        }
    }

    private static String even(String words) {
        return BETWEEN_WORDS
                .matcher(words.toLowerCase(Locale.UK))
                .replaceAll(" ")
                .strip();
    }

    /** How many words the longest sentence has. */
    private static int longest(String text) {
        int longest = 0;
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = Character.isWhitespace(c);
            if (!blank && !inWord) {
                words++;
                longest = Math.max(longest, words);
            }
            inWord = !blank;
            if (endsSentence(text, i, c)) {
                words = 0;
                inWord = false;
            }
        }
        return longest;
    }

    /** A full stop ends a sentence before a blank only: there is none in 2.5 hours. */
    private static boolean endsSentence(String text, int at, char c) {
        return switch (c) {
            case ';', ':', '\n' -> true;
            case '.', '!', '?' -> at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
            default -> false;
        };
    }
}
