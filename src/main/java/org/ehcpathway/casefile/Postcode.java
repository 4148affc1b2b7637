package org.ehcpathway.casefile;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ehcpathway.statute.Refusal;

/** A postcode of the United Kingdom, or a British Forces Post Office number. Source: BS 7666, Royal Mail's rules. */
public final class Postcode {

    private static final Pattern CIVIL = Pattern.compile(
            "([A-PR-UWYZ](?:[0-9]{1,2}|[0-9][A-HJKPSTUW]|[A-HK-Y][0-9]{1,2}|[A-HK-Y][0-9][ABEHMNPRVWXY]))([0-9][ABD-HJLNP-UW-Z]{2})");
    private static final Pattern FORCES = Pattern.compile("BFPO([0-9]{1,4})");

    private Postcode() {}

    /**
     * The postcode in capitals with its one space.
     *
     * @throws Refusal when it is none
     */
    public static String checked(String typed) {
        String postcode = typed == null ? "" : typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        for (Pattern form : new Pattern[] {CIVIL, FORCES}) {
            Matcher parts = form.matcher(postcode);
            if (parts.matches()) {
                return parts.groupCount() == 2 ? parts.group(1) + " " + parts.group(2) : "BFPO " + parts.group(1);
            }
        }
        throw new Refusal("Check the postcode; write it like SW1A 2AA or BFPO 57.");
    }
}
