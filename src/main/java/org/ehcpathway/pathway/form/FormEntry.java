package org.ehcpathway.pathway.form;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;

/**
 * A form as one person sent it: who, for which case and task, and the values, still unchecked. Whatever the form promised on
 * the screen is checked here again, because a client may send anything.
 */
public final class FormEntry {

    private static final int LONGEST_TEXT = 20_000;

    /** Control characters, halves of characters, and the marks that turn the reading direction around. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    /** Nobody in a file was born before the first, and nothing is planned for after the last. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2199;

    private final String user;
    private final Set<String> groups;
    private final String taskId;
    private final Map<String, Object> taskVariables;
    private final Map<String, Object> values;
    private final Function<String, Optional<String>> withoutGlyph;
    private final Set<String> read = new HashSet<>();

    /**
     * @param taskId null when the form starts a process
     * @param taskVariables what the process and the task hold
     * @param withoutGlyph the first character of a text that letters and plans cannot print, named for a person
     */
    public FormEntry(
            String user,
            Collection<String> groups,
            String taskId,
            Map<String, Object> taskVariables,
            Map<String, Object> values,
            Function<String, Optional<String>> withoutGlyph) {
        this.user = user;
        this.groups = Set.copyOf(groups);
        this.taskId = taskId;
        this.taskVariables = taskVariables;
        this.values = values;
        this.withoutGlyph = withoutGlyph;
    }

    public String user() {
        return user;
    }

    public Set<String> groups() {
        return groups;
    }

    public String taskId() {
        return taskId;
    }

    /** The reference of the case the task belongs to. */
    public String reference() {
        return variable("caseReference");
    }

    /** A process or task variable as text; null when there is none. */
    public String variable(String name) {
        Object value = taskVariables.get(name);
        return value == null ? null : value.toString();
    }

    /** A process or task variable that is an id; null when there is none. */
    public Long idVariable(String name) {
        String value = variable(name);
        return value == null ? null : Long.valueOf(value);
    }

    /** Refuses everybody who is in none of these groups. */
    public void onlyFor(String sentence, String... allowed) {
        if (Arrays.stream(allowed).noneMatch(groups::contains)) {
            throw new NotAllowed(sentence);
        }
    }

    /**
     * Text of the council's own, without surrounding blanks; null when left empty. It may stand in a letter or a plan, so it is
     * refused with a character that these cannot print: found there, it would be too late to type it in another way.
     */
    public String text(String key, String label) {
        String text = words(key, label);
        if (text != null) {
            withoutGlyph.apply(text).ifPresent(character -> {
                throw new Refusal("“" + label + "” holds the character " + character
                        + ", which letters and plans cannot print. Write it in Latin letters.");
            });
        }
        return text;
    }

    /** What somebody else said or wrote, in whatever characters, without surrounding blanks; null when left empty. */
    public String words(String key, String label) {
        Object value = value(key);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String)) {
            throw new Refusal("“" + label + "” must be text.");
        }
        String text = withoutBlanksAround(((String) value).replace("\r\n", "\n"));
        if (text.length() > LONGEST_TEXT) {
            throw new Refusal("“" + label
                    + "” is too long: at most 20,000 characters can be kept here. Upload a longer text as a paper.");
        }
        if (UNPRINTABLE.matcher(text).find()) {
            throw new Refusal("“" + label + "” contains characters that cannot be printed. Please type it again.");
        }
        return text.isEmpty() ? null : text;
    }

    /** Text that must be there. */
    public String requiredText(String key, String label) {
        return required(text(key, label), label);
    }

    /** What somebody else said or wrote, which must be there. */
    public String requiredWords(String key, String label) {
        return required(words(key, label), label);
    }

    /** A day, sent as {@code yyyy-MM-dd}; null when left empty. */
    public LocalDate date(String key, String label) {
        String text = words(key, label);
        if (text == null) {
            return null;
        }
        LocalDate day = parsed(text, label);
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new Refusal(
                    "Check the year of “%s”; it must be from %d to %d.".formatted(label, FIRST_YEAR, LAST_YEAR));
        }
        return day;
    }

    public LocalDate requiredDate(String key, String label) {
        return required(date(key, label), label);
    }

    /** A tick; not ticked when left out. */
    public boolean ticked(String key, String label) {
        Object value = value(key);
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        throw new Refusal("“" + label + "” must be ticked or not ticked.");
    }

    /** One of the choices of a code; null when left empty. */
    public <E extends Enum<E>> E choice(String key, String label, Class<E> choices) {
        String text = words(key, label);
        if (text == null) {
            return null;
        }
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Refusal("“" + label + "” has no such choice. Please choose again."));
    }

    public <E extends Enum<E>> E requiredChoice(String key, String label, Class<E> choices) {
        return required(choice(key, label, choices), label);
    }

    /** Refuses values nobody asked for: they would otherwise vanish, or stay in the process unseen. */
    public void refuseTheRest() {
        values.entrySet().stream()
                .filter(entry -> entry.getValue() != null && !read.contains(entry.getKey()))
                .findFirst()
                .ifPresent(entry -> {
                    // A name that no form would have is not repeated to whoever reads the answer.
                    throw new Refusal(
                            NAME.matcher(entry.getKey()).matches()
                                    ? "This form has no field “" + entry.getKey() + "”. Nothing was saved."
                                    : "This form has no field of a name that was sent. Nothing was saved.");
                });
    }

    private static LocalDate parsed(String text, String label) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notDate) {
            throw new Refusal("“" + label + "” is not a date. Write it as day, month and year.");
        }
    }

    private static String withoutBlanksAround(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && showsNothing(text.charAt(from))) {
            from++;
        }
        while (from < to && showsNothing(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Word processors bring blanks that do not break, and marks without width. */
    private static boolean showsNothing(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c >= '\u200B' && c <= '\u200F'
                || c == '\u2060'
                || c == '\uFEFF';
    }

    private Object value(String key) {
        read.add(key);
        return values.get(key);
    }

    private static <T> T required(T value, String label) {
        if (value == null) {
            throw new Refusal("Please fill in “" + label + "”.");
        }
        return value;
    }
}
