package org.ehcpathway.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ehcpathway.plan.Adulthood;
import org.ehcpathway.plan.AreaOfNeed;
import org.ehcpathway.plan.ItemWords;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanWriting.Typed;
import org.ehcpathway.statute.Refusal;
import org.springframework.util.MultiValueMap;

/**
 * What the Plan page sends. It is made of units, each saved by itself: the words of a section ({@code section.B}), an item
 * ({@code item.12}, by its line) and the choice of what the family said ({@code quotes}). Names of fields begin with the unit, such as
 * {@code item.12.amount}. Of each unit the page sends the counter it started from, and a mark of what stood in it, so that a unit
 * nobody touched is told from one that was changed.
 */
final class PlanForm {

    static final String QUOTES = "quotes";

    private final MultiValueMap<String, String> sent;

    PlanForm(MultiValueMap<String, String> sent) {
        this.sent = sent;
    }

    /** The words of a section as typed. */
    record SectionTyped(PlanPart part, String words, int counter, boolean touched) {

        String unit() {
            return unitOf(part);
        }
    }

    /** An item as typed. */
    record ItemTyped(long line, Typed typed, int counter, boolean touched) {

        String unit() {
            return unitOf(line);
        }
    }

    static String unitOf(PlanPart part) {
        return "section." + part;
    }

    static String unitOf(long line) {
        return "item." + line;
    }

    /** The version of the plan the page shows. */
    long version() {
        return number(text("version"));
    }

    List<SectionTyped> sections() {
        return Arrays.stream(PlanPart.values())
                .filter(part -> sent.containsKey(unitOf(part) + ".counter"))
                .map(part -> {
                    String unit = unitOf(part);
                    String words = lines(text(unit + ".words"));
                    return new SectionTyped(
                            part, words, counter(unit), !mark(words).equals(text(unit + ".was")));
                })
                .toList();
    }

    List<ItemTyped> items() {
        return sent.keySet().stream()
                .filter(name -> name.startsWith("item.") && name.endsWith(".counter"))
                .map(name -> number(name.substring("item.".length(), name.length() - ".counter".length())))
                .map(this::item)
                .toList();
    }

    private ItemTyped item(long line) {
        String unit = unitOf(line);
        Function<String, String> answer = name -> lines(text(unit + "." + name));
        ItemWords says = new ItemWords(
                answer.apply("words"),
                code(AreaOfNeed.class, answer.apply("area")),
                code(Adulthood.class, answer.apply("strand")),
                answer.apply("byWhen"),
                answer.apply("measure"),
                answer.apply("amount"),
                answer.apply("duration"),
                answer.apply("byWhom"),
                answer.apply("training"),
                answer.apply("monitoring"),
                answer.apply("otherSource"));
        Typed typed = new Typed(says, numbers(unit + ".tie"), numbers(unit + ".advice"));
        return new ItemTyped(line, typed, counter(unit), !mark(typed).equals(text(unit + ".was")));
    }

    /**
     * What the family said that is to stand in section A from now on. Only what this person ticked or unticked changes, so that nobody
     * undoes another's tick.
     *
     * @param now what stands there
     */
    Optional<Set<Long>> quotes(Set<Long> now) {
        if (!sent.containsKey(QUOTES + ".was")) {
            return Optional.empty();
        }
        Set<Long> ticked = numbers(QUOTES);
        Set<Long> was = Arrays.stream(text(QUOTES + ".was").split(","))
                .filter(id -> !id.isBlank())
                .map(PlanForm::number)
                .collect(Collectors.toSet());
        Set<Long> wanted = new LinkedHashSet<>(now);
        wanted.addAll(ticked.stream().filter(id -> !was.contains(id)).collect(Collectors.toSet()));
        wanted.removeAll(was.stream().filter(id -> !ticked.contains(id)).collect(Collectors.toSet()));
        return wanted.equals(now) ? Optional.empty() : Optional.of(wanted);
    }

    /** The counter this person started from. */
    int counter(String unit) {
        return (int) number(text(unit + ".counter"));
    }

    /** Never null. */
    String text(String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : value;
    }

    boolean has(String name) {
        return sent.containsKey(name);
    }

    private Set<Long> numbers(String name) {
        return sent.getOrDefault(name, List.of()).stream()
                .map(PlanForm::number)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @throws Refusal when it is none */
    static long number(String sent) {
        try {
            return Long.parseLong(sent);
        } catch (NumberFormatException notANumber) {
            throw notWhole();
        }
    }

    private static <E extends Enum<E>> E code(Class<E> codes, String sent) {
        if (sent.isEmpty()) {
            return null;
        }
        return Arrays.stream(codes.getEnumConstants())
                .filter(code -> code.name().equals(sent))
                .findFirst()
                .orElseThrow(PlanForm::notWhole);
    }

    static Refusal notWhole() {
        return new Refusal("The page was not sent whole. Load it again and send it once more.");
    }

    /** Browsers send other ends of lines than they were given. */
    private static String lines(String typed) {
        return typed.replace("\r\n", "\n");
    }

    /** A short sign of some words; other words have another one. */
    static String mark(String words) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 15));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static String mark(Typed typed) {
        return mark(String.join("\u0000", answers(typed.says()).values()) + "\u0000" + new TreeSet<>(typed.ties())
                + new TreeSet<>(typed.advice()));
    }

    /** Everything an item says, by the names of the fields; what is not said is empty. */
    static Map<String, String> answers(ItemWords says) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("words", said(says.words()));
        answers.put("area", says.area() == null ? "" : says.area().name());
        answers.put("strand", says.strand() == null ? "" : says.strand().name());
        answers.put("byWhen", said(says.byWhen()));
        answers.put("measure", said(says.measure()));
        answers.put("amount", said(says.amount()));
        answers.put("duration", said(says.duration()));
        answers.put("byWhom", said(says.byWhom()));
        answers.put("training", said(says.training()));
        answers.put("monitoring", said(says.monitoring()));
        answers.put("otherSource", said(says.otherSource()));
        return answers;
    }

    private static String said(String text) {
        return text == null ? "" : text;
    }
}
