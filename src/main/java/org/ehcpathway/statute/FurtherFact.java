package org.ehcpathway.statute;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A further day that moves the result of a rule when it is known, and how it must lie to the start of the clock.
 *
 * <p>Written "certificate &gt;= start", "sent &lt;= start" or the name alone.
 *
 * @param name the name under which the day is given
 * @param order "&gt;=", "&lt;=" or empty
 */
record FurtherFact(String name, String order) {

    private static final Pattern CELL = Pattern.compile("([a-z][a-z-]*)(?: (>=|<=) start)?");

    /**
     * Reads one fact.
     *
     * @throws Refusal with a clause that says what is wrong with the cell
     */
    static FurtherFact parse(String cell) {
        Matcher fact = CELL.matcher(cell);
        if (!fact.matches()) {
            throw new Refusal(
                    "further fact \"" + cell + "\" is not written like \"certificate\" or \"certificate >= start\"");
        }
        return new FurtherFact(fact.group(1), fact.group(2) == null ? "" : fact.group(2));
    }

    void check(LocalDate day, LocalDate start, String clockStartsOn) {
        if (order.equals(">=") && day.isBefore(start)) {
            throw new Refusal("The date \"" + name + "\", " + InWords.day(day) + ", cannot lie before " + clockStartsOn
                    + ", " + InWords.day(start) + ".");
        }
        if (order.equals("<=") && day.isAfter(start)) {
            throw new Refusal("The date \"" + name + "\", " + InWords.day(day) + ", cannot lie after " + clockStartsOn
                    + ", " + InWords.day(start) + ".");
        }
    }
}
