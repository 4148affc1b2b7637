package org.ehcpathway.casefile;

import java.util.regex.Pattern;
import org.ehcpathway.statute.Refusal;

/** NHS number: ten digits, the last one a check digit modulus 11. Source: NHS Data Dictionary, NHS NUMBER. */
public final class NhsNumber {

    private static final Pattern FORM = Pattern.compile("[0-9]{10}");

    private NhsNumber() {}

    /**
     * The ten digits without spaces or hyphens.
     *
     * @throws Refusal when the form or the check digit is wrong
     */
    public static String checked(String typed) {
        String number = typed == null ? "" : typed.replaceAll("[\\s-]", "");
        if (!FORM.matcher(number).matches()) {
            throw new Refusal("Check the NHS number; it has 10 digits.");
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (number.charAt(i) - '0') * (10 - i);
        }
        // A remainder of 0 gives 11, written 0; a remainder of 1 gives 10, which no number has.
        if ((11 - sum % 11) % 11 != number.charAt(9) - '0') {
            throw new Refusal("Check the NHS number; its last digit does not fit the other nine.");
        }
        return number;
    }
}
