package org.ehcpathway.statute;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Decides whether an exception may be relied on for a limit (SI 2014/1530 regs 5(4), 6(4), 8(2), 10(4), 13(3), 27(3), 42(5),
 * 44(1), 44(3), 45(7)). Which rule has which exception stands in the table of timescales.
 *
 * <p>The law sets no length of an extension: the limit falls away or stands, and only the tribunal or an agreement in writing
 * can put another date beside it.
 */
public final class Exceptions {

    /** Final plans whose regulation borrows the list of the 16 weeks, with the rule that counts these. */
    private static final Map<String, String> BORROWS_THE_PERIOD_OF = Map.of("PLAN-06", "PLAN-01", "DET-06", "DET-04");

    private static final Map<String, String> CONTESTED = Map.of(
            "REQ-03",
            "Regulation 4 prints no exception; REQ-04 covers the same decision and has them, so claim it there (A-08).",
            "UNO-3A(a)",
            "Regulation 45(7) names paragraphs (3) and (6) only; that it means (3A) too is a second reading (A-11b).",
            "UNO-3A(b)",
            "Regulation 45(7) names paragraphs (3) and (6) only; that it means (3A) too is a second reading (A-11b).");

    private final Timescales timescales;

    public Exceptions(Timescales timescales) {
        this.timescales = timescales;
    }

    /** As {@link #decide(ExceptionClaim, String, String, LocalDate, LocalDate, PersonConcerned)}, for the rule itself. */
    public ExceptionFinding decide(
            ExceptionClaim claim, String rule, LocalDate clockStart, LocalDate due, PersonConcerned person) {
        return decide(claim, rule, "", clockStart, due, person);
    }

    /**
     * Tests a claim on one limit of one case.
     *
     * @param rule rule id of the limit, such as PLAN-06
     * @param part which part of a rule with several limits; empty for the rule itself
     * @param clockStart the day its clock started
     * @param due its original last day; null where the rule sets no date
     * @param person whose case it is on the first day the claim is about
     * @throws UnknownRule when the table does not hold the rule
     * @throws Refusal when the clock starts outside 2014 to 2100, or the limit has no last day to measure by
     */
    public ExceptionFinding decide(
            ExceptionClaim claim,
            String rule,
            String part,
            LocalDate clockStart,
            LocalDate due,
            PersonConcerned person) {
        Timescale timescale = timescales.inForce(rule, part, clockStart);
        ExceptionGround ground = claim.ground();
        if (!ground.isPrintedFor(timescale)) {
            ExceptionFinding no = ExceptionFinding.no(ground.exception(), notPrinted(ground, timescale));
            return CONTESTED.containsKey(rule) ? no.toBeChecked(CONTESTED.get(rule)) : no;
        }
        if (claim instanceof ExceptionClaim.ExistingAdvice advice) {
            return existingAdvice(advice);
        }
        if (due == null) {
            throw new Refusal(
                    rule + " sets no date, so there is no limit that " + ground.exception() + " could excuse.");
        }
        return decide(claim, new MeasuredPeriod(rule, clockStart, due, contestedAfter(rule, clockStart), person));
    }

    private static ExceptionFinding decide(ExceptionClaim claim, MeasuredPeriod period) {
        String exception = claim.ground().exception();
        boolean order = claim instanceof ExceptionClaim.AfterOrder;
        int daysAway = order ? Absence.TWO_WEEKS : Absence.FOUR_WEEKS;
        ExceptionClaim facts = order ? ((ExceptionClaim.AfterOrder) claim).circumstance() : claim;
        if (facts instanceof ExceptionClaim.SettingClosed closed) {
            return closed.closure().test(exception, period);
        }
        if (facts instanceof ExceptionClaim.PersonalCircumstances personal) {
            return personal.circumstances().test(exception, period);
        }
        if (facts instanceof ExceptionClaim.Away away) {
            return away.absence().test(exception, daysAway, period);
        }
        if (facts instanceof ExceptionClaim.BodyCircumstances body) {
            return body.circumstances().test(exception, period);
        }
        if (facts instanceof ExceptionClaim.BodyAway away) {
            return away.absence().test(exception, daysAway, period);
        }
        if (facts instanceof ExceptionClaim.AppointmentMissed missed) {
            return missed(missed, period);
        }
        if (facts instanceof ExceptionClaim.Directed directed) {
            return directed(directed);
        }
        return agreed((ExceptionClaim.Agreed) facts, period);
    }

    private static ExceptionFinding directed(ExceptionClaim.Directed directed) {
        return ExceptionFinding.yes(
                        "EX-8",
                        "The tribunal directed on %s that the new date is %s."
                                .formatted(InWords.day(directed.on()), InWords.day(directed.newDate())))
                .until(directed.newDate());
    }

    private static ExceptionFinding missed(ExceptionClaim.AppointmentMissed missed, MeasuredPeriod period) {
        String appointment = "The appointment of " + InWords.day(missed.on());
        if (!missed.madeByThatBody()) {
            return ExceptionFinding.no(
                    "EX-5",
                    appointment + " was not made by the body that owes the advice, so EX-5 may not be relied on.");
        }
        // Sch 3 Part 3 joins the alternative person in paragraphs (a) and (b) only.
        boolean examined = missed.who() == AffectedPerson.CHILD || missed.who() == AffectedPerson.YOUNG_PERSON;
        if (!examined || !period.person().counts(missed.who())) {
            return ExceptionFinding.no(
                    "EX-5",
                    appointment + " was missed by " + missed.who().title()
                            + ", and only the child or young person to be examined counts.");
        }
        if (!period.touches(missed.on(), missed.on())) {
            return ExceptionFinding.no(
                    "EX-5", appointment + " lies outside " + period.inWords() + ", so EX-5 may not be relied on.");
        }
        return ExceptionFinding.yes(
                "EX-5", appointment + " was missed inside " + period.inWords() + ", so EX-5 may be relied on.");
    }

    private static ExceptionFinding existingAdvice(ExceptionClaim.ExistingAdvice advice) {
        List<String> missing = new ArrayList<>();
        if (!advice.giverAgrees()) {
            missing.add("the person who gave it");
        }
        if (!advice.councilAgrees()) {
            missing.add("the council");
        }
        if (!advice.familyAgrees()) {
            missing.add("the child's parent or the young person");
        }
        String given = "The advice given on " + InWords.day(advice.givenOn());
        return missing.isEmpty()
                ? ExceptionFinding.yes(
                        "EX-6",
                        given
                                + " is sufficient to its giver, the council and the family alike, so EX-6 may be relied on.")
                : ExceptionFinding.no(
                        "EX-6",
                        given + " has not been found sufficient by " + String.join(" and ", missing)
                                + ", and EX-6 needs all three.");
    }

    private static ExceptionFinding agreed(ExceptionClaim.Agreed agreed, MeasuredPeriod period) {
        if (!agreed.inWriting()) {
            return ExceptionFinding.no(
                    "EX-9",
                    "The agreement of " + InWords.day(agreed.on())
                            + " is not in writing, so EX-9 may not be relied on.");
        }
        ExceptionFinding yes = ExceptionFinding.yes(
                        "EX-9",
                        "The parties agreed in writing on %s that the new date is %s."
                                .formatted(InWords.day(agreed.on()), InWords.day(agreed.newDate())))
                .until(agreed.newDate());
        return agreed.on().isAfter(period.due())
                ? yes.toBeChecked(
                        "The parties agreed after the original date, %s, had passed; check that it still binds them."
                                .formatted(InWords.day(period.due())))
                : yes;
    }

    private LocalDate contestedAfter(String rule, LocalDate clockStart) {
        String borrowed = BORROWS_THE_PERIOD_OF.get(rule);
        return borrowed == null ? null : timescales.due(borrowed, clockStart).due();
    }

    private static String notPrinted(ExceptionGround ground, Timescale rule) {
        if (rule.exceptions().isEmpty()) {
            return "The law gives no exception for %s, so %s may not be relied on."
                    .formatted(rule.rule(), ground.exception());
        }
        return "The law does not give %s for %s, only %s."
                .formatted(ground.exception(), rule.rule(), String.join(", ", rule.exceptions()));
    }
}
