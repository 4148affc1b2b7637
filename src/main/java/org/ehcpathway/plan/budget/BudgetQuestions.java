package org.ehcpathway.plan.budget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ehcpathway.letter.FactAsked;
import org.ehcpathway.letter.FactAsked.Option;
import org.ehcpathway.letter.FactAsked.Type;
import org.ehcpathway.letter.LetterPreparation;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** What each step asks, beside the questions of its letter, and what the answers must be (PB-04, PB-06, PB-07). */
@Component
class BudgetQuestions {

    static final String DIRECT_PAYMENT = "DIRECT_PAYMENT";

    private static final String YES = "yes";

    /** What must be true before direct payments are agreed, and what a no means (PBR regs 5, 6, 8(4), Schedule). */
    private static final Map<String, String> CONDITIONS = new TreeMap<>(Map.of(
            "overSchoolAge", "they can be paid only to a person over compulsory school age",
            "hasCapacity", "they can be paid only to a person who has capacity to consent",
            "canManage", "they can be paid only to a person who can manage them, alone or with help",
            "noOrder", "they cannot be paid to a person under one of the drug or alcohol orders of the Schedule",
            "properUse", "the council must be satisfied that the person will use them to secure the provision",
            "bestInterests", "the council must be satisfied that the person will act in the child's best interests",
            "noHarm", "they must not have an adverse impact on other services the council provides or arranges",
            "efficient", "they must be an efficient use of the council's resources",
            "noPlace", "they cannot pay for a place at a school or college"));

    private final LetterPreparation letters;

    BudgetQuestions(LetterPreparation letters) {
        this.letters = letters;
    }

    List<FactAsked> of(BudgetMove move) {
        List<FactAsked> questions = new ArrayList<>(own(move));
        if (move.letter() != null) {
            questions.addAll(letters.questions(move.letter()));
        }
        return questions;
    }

    private static List<FactAsked> own(BudgetMove move) {
        return switch (move) {
            case ASKED ->
                List.of(
                        past("askedOn", "On which day did the family ask?"),
                        line("askedBy", "Who asked?"),
                        choice(
                                "wants",
                                "What is asked for?",
                                new Option(DIRECT_PAYMENT, "A budget with direct payments"),
                                new Option(
                                        "ARRANGED", "A budget that the council, the setting or a third party manages")),
                        text("words", "What does the family want it for, in its own words?"));
            case WITHDRAWN -> List.of(past("on", "On which day did the family say so?"));
            case AGREED ->
                List.of(
                        choice(
                                "form",
                                "Who holds the money?",
                                new Option(DIRECT_PAYMENT, "The family: direct payments"),
                                new Option("ARRANGED", "The council or the setting arranges the provision"),
                                new Option("THIRD_PARTY", "A third party")),
                        asked("amount", Type.MONEY, "How much is it worth?", true),
                        choice(
                                "each",
                                "How often?",
                                new Option("YEAR", "each year"),
                                new Option("TERM", "each term"),
                                new Option("MONTH", "each month"),
                                new Option("ONCE", "once")),
                        line("provision", "Which provision of the plan does it pay for, such as F1, F3?"),
                        optionalText(
                                "leftOut",
                                "Is provision left out that the council buys for one overall sum? Say which, and why its"
                                        + " share cannot be split off (regulation 4A)"),
                        asked("payee", Type.LINE, "Direct payments: who receives them?", false),
                        optionalChoice(
                                "payeeIs",
                                "Direct payments: who is that?",
                                new Option("PARENT", "The parent"),
                                new Option("YOUNG_PERSON", "The young person"),
                                new Option("NAMED", "Somebody the parent or young person named in writing")),
                        condition("overSchoolAge", "Is that person over compulsory school age?"),
                        condition("hasCapacity", "Does that person have capacity to consent to the payments?"),
                        condition("canManage", "Can that person manage the payments, alone or with help?"),
                        condition("noOrder", "Is that person free of the orders of the Schedule (drugs, alcohol)?"),
                        condition("properUse", "Will the payments be used to secure the agreed provision?"),
                        condition(
                                "bestInterests",
                                "Will that person act in the best interests of the child or young person?"),
                        condition("noHarm", "Are other services of the council free of harm from it?"),
                        condition("efficient", "Is it an efficient use of resources?"),
                        condition("noPlace", "Is none of it for a place at a school or college?"));
            case REVIEW_ASKED, RECONSIDERATION_ASKED ->
                List.of(past("on", "On which day did the family ask?"), text("words", "What does the family say?"));
            case CONSENTED ->
                List.of(
                        past("payeeAgreedOn", "On which day did the person who is paid agree in writing?"),
                        asked(
                                "atSetting",
                                Type.YES_NO,
                                "Is any of the provision given at a school, college or nursery?",
                                true),
                        optionalPast("headAgreedOn", "On which day did its head agree in writing?"),
                        optionalPast(
                                "familyNamedOn", "Somebody named: on which day did the family consent in writing?"),
                        optionalPast(
                                "namedAcceptedOn", "Somebody named: on which day did they accept the responsibility?"));
            case FIRST_PAID -> List.of(past("on", "On which day was it paid?"));
            case PAYMENTS_REVIEWED ->
                List.of(
                        past("on", "On which day were the payments reviewed?"),
                        choice(
                                "outcome",
                                "What came of it?",
                                new Option("GO_ON", "The payments go on"),
                                new Option("CHANGE", "The amount or the conditions have to change"),
                                new Option("STOP", "The payments have to stop")),
                        text("found", "What was found about use, amount and conditions?"));
            case REFUSED, REVIEWED, NOTICE, REDUCED, REPAYMENT, STOPPED, RECONSIDERED -> List.of();
        };
    }

    /**
     * The answers as they are kept.
     *
     * @throws Refusal when one is missing or impossible, or the regulations do not allow what they say
     */
    Map<String, String> checked(BudgetMove move, Map<String, String> given, LocalDate today) {
        Map<String, String> told = new TreeMap<>();
        for (FactAsked question : of(move)) {
            String answer = given.getOrDefault(question.name(), "");
            if (!answer.isBlank()) {
                told.put(question.name(), question.checked(answer, today));
            } else if (question.required()) {
                throw new Refusal("Please answer: " + question.question());
            }
        }
        if (move == BudgetMove.AGREED && DIRECT_PAYMENT.equals(told.get("form"))) {
            checkDirectPayments(told);
        }
        return told;
    }

    private static void checkDirectPayments(Map<String, String> told) {
        if (!told.containsKey("payee") || !told.containsKey("payeeIs")) {
            throw new Refusal("Say who receives the direct payments, and who that is.");
        }
        CONDITIONS.forEach((name, sentence) -> {
            if (!told.containsKey(name)) {
                throw new Refusal("Answer every question about direct payments; one is open: " + sentence + ".");
            }
            if (!told.get(name).equals(YES)) {
                throw new Refusal("Direct payments cannot be agreed: " + sentence
                        + ". Refuse them with reasons, or agree a budget that the council arranges.");
            }
        });
    }

    private static FactAsked past(String name, String question) {
        return new FactAsked(name, Type.DATE, question, true, "past", null, null, null, List.of());
    }

    private static FactAsked optionalPast(String name, String question) {
        return new FactAsked(name, Type.DATE, question, false, "past", null, null, null, List.of());
    }

    private static FactAsked line(String name, String question) {
        return asked(name, Type.LINE, question, true);
    }

    private static FactAsked text(String name, String question) {
        return asked(name, Type.TEXT, question, true);
    }

    private static FactAsked optionalText(String name, String question) {
        return asked(name, Type.TEXT, question, false);
    }

    private static FactAsked condition(String name, String question) {
        return asked(name, Type.YES_NO, "Direct payments: " + question, false);
    }

    private static FactAsked asked(String name, Type type, String question, boolean required) {
        return new FactAsked(name, type, question, required, null, null, null, null, List.of());
    }

    private static FactAsked choice(String name, String question, Option... options) {
        return new FactAsked(name, Type.CHOICE, question, true, null, null, null, null, List.of(options));
    }

    private static FactAsked optionalChoice(String name, String question, Option... options) {
        return new FactAsked(name, Type.CHOICE, question, false, null, null, null, null, List.of(options));
    }
}
