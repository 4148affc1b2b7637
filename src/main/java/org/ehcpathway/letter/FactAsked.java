package org.ehcpathway.letter;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.ehcpathway.statute.Refusal;

/**
 * Something a letter must know that the file does not hold elsewhere, such as the day of a meeting. It is declared beside the
 * template, in {@code facts.yaml}.
 *
 * @param name as the template calls it
 * @param question as a caseworker is asked
 * @param required whether the letter cannot do without
 * @param when for a date "past" (today counts) or "future"; null for any day
 * @param tellBy for a date the rule of the table {@code timescales} that says how long before it people must be told; may be null
 * @param notBefore for a date the rule of that table that says how much time must be given from now; may be null
 * @param unless name of a yes-or-no fact that lifts {@code tellBy}; null when nothing does
 * @param options for a choice the codes that can be chosen, each with its words
 */
public record FactAsked(
        String name,
        Type type,
        String question,
        boolean required,
        String when,
        String tellBy,
        String notBefore,
        String unless,
        List<Option> options) {

    /** How a fact is written. */
    public enum Type {
        /** Such as 2026-10-26. */
        DATE,
        /** Such as 14:30. */
        TIME,
        /** One line of at most 200 characters. */
        LINE,
        /** Paragraphs and lists of at most 20,000 characters. */
        TEXT,
        /** "yes" or "no". */
        YES_NO,
        /** One of the options. */
        CHOICE,
        /** Pounds and pence, such as 1250 or 1250.50. */
        MONEY,
        /** The register number (URN) of a setting. */
        SETTING,
        /** Name, then lines of an address with the postcode last; or name, then an email address. */
        ADDRESSEE
    }

    /** What can be chosen, and how a letter says it. */
    public record Option(String code, String words) {}

    private static final int LINE = 200;
    private static final int TEXT = 20_000;

    /**
     * The value as it is kept.
     *
     * @throws Refusal when it cannot be what is asked for
     */
    public String checked(String given, LocalDate today) {
        String value = given.strip();
        if (value.length() > (type == Type.TEXT ? TEXT : type == Type.ADDRESSEE ? 1000 : LINE)) {
            throw refusal("The answer is too long");
        }
        switch (type) {
            case DATE -> checkDate(value, today);
            case TIME -> parsed(value, "Write the time like 14:30", LocalTime::parse);
            case MONEY -> {
                BigDecimal amount = parsed(value, "Write the amount like 1250 or 1250.50", BigDecimal::new);
                if (amount.signum() < 0 || amount.scale() > 2 || amount.precision() - amount.scale() > 7) {
                    throw refusal("Write the amount like 1250 or 1250.50");
                }
            }
            case YES_NO -> {
                if (!value.equals("yes") && !value.equals("no")) {
                    throw refusal("Answer yes or no");
                }
            }
            case CHOICE -> {
                if (options.stream().noneMatch(option -> option.code().equals(value))) {
                    throw refusal("Choose one of: "
                            + String.join(
                                    ", ", options.stream().map(Option::code).toList()));
                }
            }
            case ADDRESSEE -> GivenAddressee.of(value);
            case SETTING -> {
                if (!value.matches("[0-9]{1,10}")) {
                    throw refusal("Give the register number (URN) of the setting, in digits");
                }
            }
            case LINE -> {
                if (value.contains("\n")) {
                    throw refusal("Write one line");
                }
            }
            case TEXT -> {
                // any words
            }
        }
        return value;
    }

    private void checkDate(String value, LocalDate today) {
        LocalDate day = parsed(value, "Write the date like 2026-10-26", LocalDate::parse);
        if ("past".equals(when) && day.isAfter(today)) {
            throw refusal("The day lies in the future");
        }
        if ("future".equals(when) && !day.isAfter(today)) {
            throw refusal("The day is already over");
        }
        if (day.getYear() < 2014 || day.getYear() > today.getYear() + 30) {
            throw refusal("Check the year");
        }
    }

    private <T> T parsed(String value, String sentence, java.util.function.Function<String, T> parser) {
        try {
            return parser.apply(value);
        } catch (DateTimeException | NumberFormatException e) {
            throw refusal(sentence);
        }
    }

    Refusal refusal(String sentence) {
        return new Refusal(sentence + ". The question was: " + question);
    }

    /** Those of an addressee given as text. */
    record GivenAddressee(String name, List<String> address, String email) {

        private static final String POSTCODE = "[A-Za-z]{1,2}[0-9][A-Za-z0-9]?\\s*[0-9][A-Za-z]{2}";
        private static final String EMAIL = "[^@\\s]+@[^@\\s]+\\.[^@\\s]+";

        /** @throws Refusal when there is no name, or neither a whole address nor an email address */
        static GivenAddressee of(String text) {
            List<String> lines = new ArrayList<>(text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList());
            if (lines.size() == 2 && lines.get(1).matches(EMAIL)) {
                return new GivenAddressee(lines.get(0), List.of(), lines.get(1));
            }
            boolean whole = lines.size() >= 3
                    && lines.size() <= 6
                    && lines.get(lines.size() - 1).matches(POSTCODE)
                    && lines.stream().allMatch(line -> line.length() <= 100);
            if (!whole) {
                throw new Refusal(
                        "Write whom the letter goes to in lines: the name, one to four lines of the address, and the postcode; or the name and an email address.");
            }
            return new GivenAddressee(lines.get(0), lines.subList(1, lines.size()), null);
        }
    }
}
