package org.ehcpathway.casefile;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ehcpathway.statute.Refusal;

/**
 * Checks of what people type. What holds comes back trimmed; anything else is a {@link Refusal} that says what to do. The
 * sentences never repeat what was typed, because they may reach a log.
 */
final class Entry {

    /**
     * Control characters, halves of characters, and the marks that turn the reading direction around and so can make one
     * name look like another.
     */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern UNPRINTABLE_IN_TEXT =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\r\\t]]");
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9-]{1,63}\\.)+[A-Za-z]{2,63}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{4,28}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    static final int TEXT = 20_000;
    static final int NAME = 100;
    private static final int REASONS_AT_LEAST = 20;

    private Entry() {}

    /** A line that must be there. {@code what} completes "Enter ...". */
    static String line(String typed, String what, int longest) {
        if (typed == null || typed.isBlank()) {
            throw new Refusal("Enter " + what + ".");
        }
        return measured(typed.strip(), what, longest, UNPRINTABLE);
    }

    /** A line that may be left out; null when it was. */
    static String optionalLine(String typed, String what, int longest) {
        return typed == null || typed.isBlank() ? null : line(typed, what, longest);
    }

    /** Text of several lines that must be there. */
    static String text(String typed, String what) {
        if (typed == null || typed.isBlank()) {
            throw new Refusal("Enter " + what + ".");
        }
        return measured(typed.strip(), what, TEXT, UNPRINTABLE_IN_TEXT);
    }

    /** Text of several lines that may be left out; null when it was. */
    static String optionalText(String typed, String what) {
        return optionalText(typed, what, TEXT);
    }

    static String optionalText(String typed, String what, int longest) {
        return typed == null || typed.isBlank() ? null : measured(typed.strip(), what, longest, UNPRINTABLE_IN_TEXT);
    }

    /** Somebody's own words: checked like text, but kept with every space they came with. */
    static String wordForWord(String typed, String what) {
        text(typed, what);
        return measured(typed, what, TEXT, UNPRINTABLE_IN_TEXT);
    }

    /** Reasons that say something: at least 20 characters and three different words. */
    static String reasons(String typed, String what) {
        if (typed == null || typed.isBlank()) {
            throw new Refusal("Give " + what + ".");
        }
        String reasons = measured(typed.strip(), what, TEXT, UNPRINTABLE_IN_TEXT);
        long words = Stream.of(reasons.toLowerCase(Locale.UK).split("[^\\p{L}]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .count();
        if (reasons.length() < REASONS_AT_LEAST || words < 3) {
            throw new Refusal(
                    "Give %s in at least %d characters that say something.".formatted(what, REASONS_AT_LEAST));
        }
        return reasons;
    }

    static String email(String typed, String what) {
        String email = line(typed, what, 200);
        if (!EMAIL.matcher(email).matches()) {
            throw new Refusal("Check " + what + "; write it like name@example.org.");
        }
        return email;
    }

    static String optionalPhone(String typed, String what) {
        String phone = optionalLine(typed, what, 30);
        if (phone != null && !PHONE.matcher(phone).matches()) {
            throw new Refusal("Check " + what + "; write it with digits and spaces only.");
        }
        return phone;
    }

    /** {@code whose} completes "the first line of the address of ...". */
    static Address address(Address typed, String whose) {
        if (typed == null) {
            throw new Refusal("Enter the address of " + whose + ".");
        }
        return new Address(
                line(typed.line1(), "the first line of the address of " + whose, NAME),
                optionalLine(typed.line2(), "the second line of the address of " + whose, NAME),
                optionalLine(typed.line3(), "the third line of the address of " + whose, NAME),
                optionalLine(typed.line4(), "the fourth line of the address of " + whose, NAME),
                Postcode.checked(line(typed.postcode(), "the postcode of " + whose, NAME)));
    }

    /** A date that must be there. */
    static LocalDate date(LocalDate typed, String what) {
        if (typed == null) {
            throw new Refusal("Enter " + what + ".");
        }
        return typed;
    }

    /** A date that must be there, not after today. */
    static LocalDate pastDate(LocalDate typed, String what, LocalDate today) {
        if (date(typed, what).isAfter(today)) {
            throw new Refusal("Check " + what + "; it is in the future.");
        }
        return typed;
    }

    /** A code that must be chosen. */
    static <T> T chosen(T typed, String what) {
        if (typed == null) {
            throw new Refusal("Choose " + what + ".");
        }
        return typed;
    }

    /** A date as sentences write it. */
    static String inWords(LocalDate day) {
        return DAY.format(day);
    }

    private static String measured(String typed, String what, int longest, Pattern refused) {
        if (typed.length() > longest) {
            throw new Refusal("Shorten %s to at most %d characters.".formatted(what, longest));
        }
        if (refused.matcher(typed).find()) {
            throw new Refusal("Type %s again; it contains characters that cannot be printed.".formatted(what));
        }
        return typed;
    }
}
