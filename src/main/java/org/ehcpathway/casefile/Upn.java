package org.ehcpathway.casefile;

import java.util.Locale;
import java.util.regex.Pattern;
import org.ehcpathway.statute.Refusal;

/**
 * Unique pupil number: check letter, local authority (3 digits), establishment (4), year (2), serial (3 digits, or for a
 * temporary number 2 digits and a letter). Source: DfE, A guide to unique pupil numbers.
 */
public final class Upn {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";
    private static final Pattern FORM = Pattern.compile("[%1$s][0-9]{11}[0-9%1$s]".formatted(LETTERS));

    private Upn() {}

    /**
     * The number in capitals without spaces.
     *
     * @throws Refusal when the form or the check letter is wrong
     */
    public static String checked(String typed) {
        String upn = typed == null ? "" : typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        if (!FORM.matcher(upn).matches()) {
            throw new Refusal("Check the UPN; it is one letter followed by 12 digits, or by 11 digits and a letter.");
        }
        if (upn.charAt(0) != checkLetter(upn)) {
            throw new Refusal("Check the UPN; its first letter does not fit the rest of the number.");
        }
        return upn;
    }

    private static char checkLetter(String upn) {
        int sum = 0;
        for (int place = 2; place <= 13; place++) {
            char sign = upn.charAt(place - 1);
            int value = Character.isDigit(sign) ? sign - '0' : LETTERS.indexOf(sign);
            sum += value * place;
        }
        return LETTERS.charAt(sum % LETTERS.length());
    }
}
