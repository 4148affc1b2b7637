package org.ehcpathway.statute;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a further date does to the last day of a rule, when it is known: one clause of the column "What further dates do".
 *
 * <p>Clauses stand in the order in which they are applied, with semicolons between.
 */
sealed interface Effect {

    /**
     * "later of APP-02 from certificate": the last day of the other rule, counted from that date, counts where it is later.
     * With "or start" the clock's own start stands in for the date, once the rule itself is counted from another.
     */
    record LaterOf(String rule, String fact, boolean orStart) implements Effect {}

    /**
     * "earlier of REV-13 from meeting": the last day of the other rule counts where it is earlier, or where this one has none.
     * With "showing own" or "showing other" that end is shown as the other reading when it is the later one.
     */
    record EarlierOf(String rule, String fact, String shown) implements Effect {}

    /** "counted from transfer": the period is counted from that date and not from the start. */
    record CountedFrom(String fact) implements Effect {}

    /** "on directions": that date is the last day, whatever the period says. */
    record On(String fact) implements Effect {}

    /** "on event when known 15 working days ahead": that date is the last day if it lies at least so far after the start. */
    record OnWhenKnown(String fact, int workingDays) implements Effect {}

    /** "no later than event": that date is the last day where it is earlier. */
    record NoLaterThan(String fact) implements Effect {}

    /** "until event at most MI(12)": that date is the last day, but no later than the end of the period. */
    record UntilAtMost(String fact, Counting counting) implements Effect {}

    /** "no earlier day": the least or the longest time that the law gives, so no earlier day is offered to work towards. */
    record NoEarlierDay() implements Effect {

        @Override
        public String fact() {
            return null;
        }
    }

    /**
     * "target M(3)" or "target W(14) after RAS-01 from request": an earlier day to work towards, counted from the start, or from
     * the last day of another rule.
     */
    record Target(Counting counting, String rule, String fact) implements Effect {}

    String FACT = "([a-z][a-z-]*)";
    String RULE = "([A-Z]{2,4}-\\S+)";

    /**
     * Reads one clause.
     *
     * @throws Refusal with a clause that says what is wrong with the cell
     */
    static Effect parse(String clause) {
        return clause(
                        clause,
                        "later of " + RULE + " from " + FACT + "( or start)?",
                        found -> new LaterOf(found.group(1), found.group(2), found.group(3) != null))
                .or(() -> clause(
                        clause,
                        "earlier of " + RULE + " from " + FACT + "(?: showing (own|other))?",
                        found -> new EarlierOf(
                                found.group(1), found.group(2), found.group(3) == null ? "" : found.group(3))))
                .or(() -> clause(clause, "counted from " + FACT, found -> new CountedFrom(found.group(1))))
                .or(() -> clause(clause, "on " + FACT, found -> new On(found.group(1))))
                .or(() -> clause(
                        clause,
                        "on " + FACT + " when known (\\d{1,3}) working days ahead",
                        found -> new OnWhenKnown(found.group(1), Integer.parseInt(found.group(2)))))
                .or(() -> clause(
                        clause,
                        "until " + FACT + " at most ([A-Z]+\\(\\d+\\))",
                        found -> new UntilAtMost(found.group(1), Counting.parse(found.group(2)))))
                .or(() -> clause(clause, "no earlier day", found -> new NoEarlierDay()))
                .or(() -> clause(clause, "no later than " + FACT, found -> new NoLaterThan(found.group(1))))
                .or(() -> clause(
                        clause,
                        "target ([A-Z]+\\(\\d+\\))(?: after " + RULE + " from " + FACT + ")?",
                        found -> new Target(Counting.parse(found.group(1)), found.group(2), found.group(3))))
                .orElseThrow(
                        () -> new Refusal(
                                "effect of a further date \"" + clause
                                        + "\" is not written like \"later of APP-02 from certificate\", \"earlier of REV-13 from meeting\","
                                        + " \"counted from transfer\", \"on directions\", \"on event when known 15 working days ahead\","
                                        + " \"no later than event\", \"until event at most MI(12)\", \"no earlier day\" or \"target M(3)\""));
    }

    private static Optional<Effect> clause(String clause, String pattern, Function<Matcher, Effect> make) {
        Matcher found = Pattern.compile(pattern).matcher(clause);
        return found.matches() ? Optional.of(make.apply(found)) : Optional.empty();
    }

    /** The further date that it needs; null where there is none. */
    String fact();

    /** The other rule whose last day it needs; null where there is none. */
    default String rule() {
        return null;
    }
}
