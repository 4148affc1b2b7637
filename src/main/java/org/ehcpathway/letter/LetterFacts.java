package org.ehcpathway.letter;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The facts given with one letter, as its template prints them. What was not given is empty, never null. */
public final class LetterFacts {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("h:mma", Locale.UK);

    private final Map<String, String> given;
    private final List<FactAsked> asked;

    LetterFacts(Map<String, String> given, List<FactAsked> asked) {
        this.given = Map.copyOf(given);
        this.asked = List.copyOf(asked);
    }

    static LetterFacts none() {
        return new LetterFacts(Map.of(), List.of());
    }

    public boolean has(String name) {
        return given.containsKey(name);
    }

    /** Whether the answer to a question was yes. */
    public boolean yes(String name) {
        return "yes".equals(given.get(name));
    }

    /** Whether this was chosen. */
    public boolean is(String name, String code) {
        return code.equals(given.get(name));
    }

    /** "Monday 26 October 2026" */
    public String day(String name) {
        return has(name) ? new LetterDates().day(date(name)) : "";
    }

    /** "2:30pm" */
    public String time(String name) {
        if (!has(name)) {
            return "";
        }
        String time = CLOCK.format(LocalTime.parse(given.get(name))).toLowerCase(Locale.UK);
        return time.replace(":00", "");
    }

    /** "£1,250.50" */
    public String money(String name) {
        return has(name) ? NumberFormat.getCurrencyInstance(Locale.UK).format(new BigDecimal(given.get(name))) : "";
    }

    /** One line. */
    public String line(String name) {
        return has(name) ? Characters.printable(given.get(name)) : "";
    }

    /** The words of what was chosen. */
    public String chosen(String name) {
        return asked.stream()
                .filter(fact -> fact.name().equals(name))
                .flatMap(fact -> fact.options().stream())
                .filter(option -> option.code().equals(given.get(name)))
                .map(FactAsked.Option::words)
                .findFirst()
                .orElse("");
    }

    /** Paragraphs and lists. */
    public List<Passage> text(String name) {
        return Passage.of(given.get(name));
    }

    LocalDate date(String name) {
        return LocalDate.parse(given.get(name));
    }

    String raw(String name) {
        return given.get(name);
    }

    @JsonValue
    Map<String, String> given() {
        return given;
    }
}
