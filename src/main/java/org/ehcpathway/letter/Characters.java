package org.ehcpathway.letter;

import java.text.Normalizer;
import java.util.Optional;
import org.ehcpathway.statute.Refusal;

/** What people type and paste, made printable without changing a word; and the refusal of what cannot be printed. */
final class Characters {

    private final LetterFonts fonts;

    Characters(LetterFonts fonts) {
        this.fonts = fonts;
    }

    /**
     * The same text in characters that print alike: accents joined to their letters, non-breaking hyphens of word processors as
     * hyphens, invisible marks left out, tabs as spaces.
     */
    static String printable(String text) {
        String joined = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder out = new StringBuilder(joined.length());
        joined.codePoints().forEach(c -> {
            switch (c) {
                case 0x2010, 0x2011 -> out.append('-');
                case 0x202F, 0x2007 -> out.append('\u00A0');
                case '\t', 0x2002, 0x2003, 0x2009, 0x200A -> out.append(' ');
                case 0x2028, 0x2029, 0x0B, 0x0C, 0x85 -> out.append('\n');
                case 0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFE0F -> {
                    // invisible: nothing to print
                }
                default -> out.appendCodePoint(c);
            }
        });
        return out.toString().replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Refuses a text with a character that no font of the letters has. In print it would become a number sign. */
    void check(String text) {
        unprintable(text).ifPresent(character -> {
            throw new Refusal("The letter cannot print the character " + character
                    + ": write the word in Latin letters, the way the person spells it in English, and prepare the letter"
                    + " again.");
        });
    }

    /** The first character that no font has, with its name and number. */
    Optional<String> unprintable(String text) {
        return text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !fonts.has(c))
                .boxed()
                .findFirst()
                .map(c -> "%s (%s, U+%04X)".formatted(Character.toString(c), name(c), c));
    }

    /** The text with the name of each character that no font has in square brackets, in its place. */
    String legible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isWhitespace(c) || fonts.has(c)) {
                out.appendCodePoint(c);
            } else {
                out.append('[').append(name(c)).append(']');
            }
        });
        return out.toString();
    }

    /** Refuses what is written from right to left: letters are set from left to right and would print it the wrong way round. */
    static void checkDirection(String text) {
        boolean rightToLeft = text.codePoints().anyMatch(c -> {
            byte direction = Character.getDirectionality(c);
            return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        });
        if (rightToLeft) {
            throw new Refusal(
                    "The letter cannot print a language that is written from right to left: enclose the translation as a paper of the case.");
        }
    }

    private static String name(int codePoint) {
        String name = Character.getName(codePoint);
        return name == null ? "a character without a name" : name.toLowerCase(java.util.Locale.UK);
    }
}
