package org.ehcpathway.letter;

import java.util.HashMap;
import java.util.Map;
import org.ehcpathway.letter.LetterSamples.Variant;
import org.ehcpathway.statute.Timescales;

/** Answers to the questions of every letter, as a caseworker could give them on Monday 26 October 2026. */
final class SampleFacts {

    /** By kind and name, or by name alone. */
    private static final Map<String, String> ANSWERS = Map.ofEntries(
            Map.entry("viewsBy", "2026-11-30"),
            Map.entry("replyBy", "2026-11-30"),
            Map.entry("adviceBy", "2026-11-09"),
            Map.entry("answerBy", "2026-11-30"),
            Map.entry("setting", "100001"),
            Map.entry("why", "REQUESTED"),
            Map.entry("meetingOn", "2026-10-05"),
            Map.entry("L-11 meetingOn", "2026-11-30"),
            Map.entry("L-22-meeting meetingOn", "2026-11-20"),
            Map.entry("meetingAt", "14:30"),
            Map.entry("meetingPlace", "Alder Primary School, the library"),
            Map.entry(
                    "recommended",
                    "The plan should change in section F:\n- speech and language therapy each week instead of each month\n- a laptop for writing."),
            Map.entry(
                    "differences", "The parents want therapy twice a week. The therapist thinks that once is enough."),
            Map.entry("reasons", "The school has given extra help for one term."),
            Map.entry("consultedOn", "2026-09-21"),
            Map.entry(
                    "changes",
                    "Section F, line four. Now: speech and language therapy once a month.\n\nNew: speech and language therapy once a week, 45 minutes."),
            Map.entry("origin", "COUNCIL"),
            Map.entry("orderedOn", "2026-10-12"),
            Map.entry("noticeOn", "2026-09-14"),
            Map.entry("askedOn", "2026-10-14"),
            Map.entry("askedBy", "Alder Primary School"),
            Map.entry("fromCouncil", "Marsh County Council"),
            Map.entry("movedOn", "2026-10-01"),
            Map.entry("willAssess", "no"),
            Map.entry("reviewBy", "2027-01-15"),
            Map.entry("to", "The Duty Officer\nDepartment for Health Care\n1 Bridge Street\nFenbridge\nFB1 5AA"),
            Map.entry("changedOn", "2026-10-01"),
            Map.entry("oldBody", "Marsh Integrated Care Board"),
            Map.entry("body", "Fens Integrated Care Board"),
            Map.entry("how", "REVIEW"),
            Map.entry("toldOn", "2026-10-22"),
            Map.entry("issues", "- how often therapy takes place\n- who pays for the laptop"),
            Map.entry("wanted", "Occupational therapy once a week."),
            Map.entry("healthOnly", "no"),
            Map.entry("mediator", "Carol Finch"),
            Map.entry("L-22-unable why", "The mediator fell ill, and no other is free before 25 November."),
            Map.entry("appealNumber", "EH123/26/00042"),
            Map.entry("decisionOn", "2026-08-17"),
            Map.entry("receivedOn", "2026-10-05"),
            Map.entry("opposed", "PARTLY"),
            Map.entry("grounds", "Section F is specific and quantified. The named school can make the provision."),
            Map.entry("childViews", "The child likes the school and wants to stay with the friends there."),
            Map.entry(
                    "L-23-unopposed steps", "We will carry out the assessment and tell the family by 9 November 2026."),
            Map.entry("L-24-refusal-reviewed outcome", "STANDS"),
            Map.entry("L-24-reconsidered outcome", "CHANGED"),
            Map.entry("payee", "Mrs Jo O’Neill"),
            Map.entry("amount", "1250.50"),
            Map.entry("each", "TERM"),
            Map.entry("startsOn", "2027-01-04"),
            Map.entry("fromOn", "2027-01-04"),
            Map.entry("repayBy", "2026-12-31"),
            Map.entry("stopsOn", "2026-12-18"),
            Map.entry("goods", "One hour of speech and language therapy each week."),
            Map.entry("conditions", "- keep the receipts\n- tell us when therapy is missed."),
            Map.entry("directPayments", "no"),
            Map.entry("recommendedOn", "2026-10-05"),
            Map.entry("L-26-reply steps", "We will add four hours of short breaks a month to section H."),
            Map.entry(
                    "notFollowed", "We will not add overnight stays. The child did not sleep well when we tried them."),
            Map.entry("repliedBy", "COUNCIL"),
            Map.entry("repliedOn", "2026-10-20"),
            Map.entry("name", "Ade Bello"),
            Map.entry("phone", "01632 960103"),
            Map.entry("email", "ade.bello@woldsandfens.example"),
            Map.entry("what", "send the draft plan"),
            Map.entry("dueOn", "2026-10-19"),
            Map.entry("O-03 why", "The advice of the psychologist came three weeks late, because one post is empty."),
            Map.entry("expectedOn", "2026-11-09"),
            Map.entry("about", "the help at school this term"),
            Map.entry("O-05 outcome", "the plan is final"),
            Map.entry("O-06 what", "REMINDER"),
            Map.entry("advice", "12"),
            Map.entry("subject", "medical advice under regulation 6(1)(c)"),
            Map.entry("asked", "Dr Samir Anand"));

    private SampleFacts() {}

    static Map<String, String> given(LetterKind kind, Variant variant) {
        Map<String, String> given = new HashMap<>();
        for (FactAsked fact : LetterFolder.of(kind, 1).facts()) {
            String answer = ANSWERS.getOrDefault(kind.id() + " " + fact.name(), ANSWERS.get(fact.name()));
            if (answer != null) {
                given.put(fact.name(), answer);
            }
        }
        if (given.containsKey("origin") && variant == Variant.AFTER_AN_ORDER) {
            given.put("origin", "TRIBUNAL_ORDER");
        }
        if (given.containsKey("origin") && variant == Variant.AFTER_AN_UNOPPOSED_APPEAL) {
            given.put("origin", "UNOPPOSED_APPEAL");
        }
        if (given.containsKey("directPayments") && variant == Variant.DIRECT_PAYMENTS) {
            given.put("directPayments", "yes");
        }
        return given;
    }

    static LetterFacts of(LetterKind kind, Variant variant) {
        return new LetterFactsCheck(Timescales.fromClasspath())
                .checked(kind, 1, given(kind, variant), LetterSamples.SENT);
    }
}
