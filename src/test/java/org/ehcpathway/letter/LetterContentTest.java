package org.ehcpathway.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.ehcpathway.letter.LetterSamples.Variant;
import org.ehcpathway.letter.LetterValues.Council;
import org.ehcpathway.letter.LetterValues.DecisionText;
import org.ehcpathway.letter.LetterValues.Recipient;
import org.ehcpathway.letter.LetterValues.Service;
import org.ehcpathway.letter.LetterValues.Signature;
import org.ehcpathway.statute.AppealRights;
import org.ehcpathway.statute.CouncilDecision;
import org.ehcpathway.statute.DecisionOrigin;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.statute.SectionsInDispute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the law wants in each letter is in it, what does not belong there is not, and everybody can read it. */
class LetterContentTest {

    private static final LetterTemplates TEMPLATES = new LetterTemplates(new PdfRenderer());

    private static final LetterContentTable CONTENTS = LetterContentTable.fromClasspath();

    /** The blocks of the statutory fact sheet, section 2, each by words that only it has. */
    private static final Map<Block, List<String>> WORDS = Map.of(
            Block.RA, List.of("you have the right to appeal"),
            Block.TL,
                    List.of(
                            "Your appeal must reach the Tribunal by 5pm on Monday 4 January 2027",
                            "one month from the date on the certificate. The later of the two dates counts"),
            Block.MI,
                    List.of(
                            "You have the right to ask for mediation",
                            "You need a mediation certificate before you can appeal",
                            "The mediation adviser is: Harbour Mediation Phone: 01632 960201",
                            "Contact the adviser by Saturday 26 December 2026",
                            "If you want mediation, you must tell us:",
                            "if you think that health care is missing, what health care you want",
                            "The person who deals with mediation for the council is: Priya Nair"),
            Block.MI_I, List.of("You do not need a certificate if you appeal only about section I"),
            Block.DR, List.of("Common Ground Disagreement Resolution"),
            Block.IA, List.of("Wolds and Fens SENDIASS Phone: 01632 960401"),
            Block.RP, List.of("The Tribunal can also make recommendations about health care and social care"),
            Block.WINDOW, List.of("Please reply by Wednesday 11 November 2026", "at least 15 days"),
            Block.MEETING, List.of("We must then meet you"),
            Block.SCHOOLS, List.of("information about schools and colleges at www.woldsandfens.example/schools"));

    /** Each kind's own sentences: the decision, what follows and what is asked. */
    private static final Map<LetterKind, List<String>> OWN = new EnumMap<>(Map.of(
            LetterKind.L_01,
            List.of(
                    "We received it on Monday 14 September 2026",
                    "We will tell you by Monday 26 October 2026",
                    "We want to hear from you before we decide",
                    "Call 01632 960100 or email sen@woldsandfens.example"),
            LetterKind.L_03,
            List.of(
                    "We have decided not to carry out an EHC needs assessment",
                    "Why we decided this The school has given extra help for one term",
                    "form SEND35a"),
            LetterKind.L_04,
            List.of(
                    "We have decided to carry out an EHC needs assessment",
                    "You can ask us to get advice from others as well",
                    "Monday 4 January 2027",
                    "Monday 1 February 2027"),
            LetterKind.L_05,
            List.of("Please tell us in your own words", "Please tell us by Monday 7 December 2026"),
            LetterKind.L_06,
            List.of(
                    "The outcome of the assessment We have decided that an EHC plan is not necessary",
                    "So we do not propose to make a plan",
                    "Why we decided this The school has given extra help for one term"),
            LetterKind.L_07,
            List.of(
                    "an EHC plan. We will prepare one",
                    "Why we decided this The school has given extra help for one term",
                    "Monday 1 February 2027"),
            LetterKind.L_08,
            List.of(
                    "tell us what you think of the draft",
                    "ask us to name a certain school, college or other setting",
                    "ask for a meeting with us about the draft",
                    "You can ask for a personal budget",
                    "Draft EHC plan, with the advice in section K"),
            LetterKind.L_10,
            List.of(
                    "plan is now final. It comes with this letter",
                    "special educational needs (section B)",
                    "special educational provision, which is the extra help (section F)",
                    "or the kind of setting (section I)")));

    static {
        OWN.put(LetterKind.L_02, List.of("in writing or by talking to us", "send us evidence"));
        OWN.put(LetterKind.L_02N, List.of("We are considering whether to carry out"));
        OWN.put(LetterKind.L_09, List.of("section 39(2)", "by Monday 30 November 2026", "efficient use of resources"));
        OWN.put(LetterKind.L_10N, List.of("is now final. Your copy comes with this letter.", "section 43"));
        OWN.put(LetterKind.L_11, List.of("Day Monday 30 November 2026 Time 2:30pm Place Alder Primary School"));
        OWN.put(LetterKind.L_12, List.of("Where people see it differently The parents want therapy twice a week"));
        OWN.put(LetterKind.L_13, List.of("We have decided to keep the plan as it is"));
        OWN.put(LetterKind.L_14, List.of("We have decided to end the plan", "when an appeal is finished"));
        OWN.put(
                LetterKind.L_15,
                List.of(
                        "by Monday 21 December 2026",
                        "We have decided to change the plan",
                        "New: speech and language therapy once a week"));
        OWN.put(LetterKind.L_16, List.of("The changed plan is final and comes with this letter"));
        OWN.put(LetterKind.L_17, List.of("We have decided not to change the plan"));
        OWN.put(
                LetterKind.L_18_AGREED,
                List.of("We have decided to carry out a re-assessment", "Monday 1 February 2027"));
        OWN.put(LetterKind.L_18_REFUSED, List.of("We have decided not to carry out a re-assessment"));
        OWN.put(LetterKind.L_19A, List.of("Nothing is decided yet", "by Monday 30 November 2026"));
        OWN.put(LetterKind.L_19B, List.of("We have decided to end the plan", "Monday 21 September 2026"));
        OWN.put(
                LetterKind.L_20,
                List.of(
                        "moved from Marsh County Council to us on Thursday 1 October 2026",
                        "We do not propose to carry out a new EHC needs assessment",
                        "by Friday 15 January 2027"));
        OWN.put(LetterKind.L_21_CHANGE, List.of("15 working days, beginning with the day on which you learnt"));
        OWN.put(LetterKind.L_21_ANSWER, List.of("We will review the plan with you. The law says that we must."));
        OWN.put(LetterKind.L_22_ISSUES, List.of("who pays for the laptop", "Occupational therapy once a week."));
        OWN.put(LetterKind.L_22_MEETING, List.of("Carol Finch leads it", "Friday 20 November 2026", "25p a mile"));
        OWN.put(LetterKind.L_22_UNABLE, List.of("We cannot arrange it within the 30 days", "regulation 39(2)"));
        OWN.put(LetterKind.L_23_UNOPPOSED, List.of("The council does not oppose the appeal.", "EH123/26/00042"));
        OWN.put(LetterKind.L_23_RESPONSE, List.of("The council opposes the appeal in part.", "Grounds Section F is"));
        OWN.put(LetterKind.L_24_REFUSAL, List.of("not to make direct payments", "right to ask us to review"));
        OWN.put(LetterKind.L_24_REFUSAL_REVIEWED, List.of("Our decision stands. We will not make direct payments."));
        OWN.put(
                LetterKind.L_24_NOTICE,
                List.of("Amount £1,250.50 each term", "agreed in writing", "keep the receipts"));
        OWN.put(LetterKind.L_24_REDUCTION, List.of("to £1,250.50 each term, from Monday 4 January 2027"));
        OWN.put(LetterKind.L_24_REPAYMENT, List.of("pay back £1,250.50", "by Thursday 31 December 2026"));
        OWN.put(
                LetterKind.L_24_STOP,
                List.of("stop the direct payments on Friday 18 December 2026", "we arrange the help"));
        OWN.put(LetterKind.L_24_RECONSIDERED, List.of("We have changed our decision."));
        OWN.put(LetterKind.L_25, List.of("From now on you decide"));
        OWN.put(LetterKind.L_25N, List.of("Our letters about the plan now go to"));
        OWN.put(LetterKind.L_26_REPLY, List.of("four hours of short breaks", "We will not add overnight stays."));
        OWN.put(
                LetterKind.L_26_COPY,
                List.of("The council replied on Tuesday 20 October 2026", "Reply of the council"));
        OWN.put(LetterKind.O_01, List.of("It came from you", "by Monday 26 October 2026"));
        OWN.put(LetterKind.O_02, List.of("My name is Ade Bello", "01632 960103"));
        OWN.put(
                LetterKind.O_03,
                List.of("by Monday 19 October 2026: send the draft plan", "one post is empty", "Ombudsman"));
        OWN.put(LetterKind.O_04, List.of("about the help at school this term", "by Monday 30 November 2026"));
        OWN.put(LetterKind.O_05, List.of("The outcome is: the plan is final", "You need not give your name"));
        OWN.put(LetterKind.O_06, List.of("medical advice under regulation 6(1)(c)", "due on Monday 19 October 2026"));
    }

    static Stream<Arguments> all() {
        return Stream.concat(
                        LetterSamples.all(), Stream.of(LetterKind.values()).flatMap(kind -> Stream.of(Variant.values())
                                .map(variant -> LetterSamples.of(kind, variant))))
                .map(letter -> Arguments.of(LetterSamples.describe(letter), letter));
    }

    static Stream<LetterKind> kinds() {
        return Stream.of(LetterKind.values());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void whatTheTableWantsIsInThePdfAndNothingElse_inEveryVariant(LetterKind kind) throws Exception {
        for (Variant variant : Variant.of(kind)) {
            LetterValues letter = LetterSamples.of(kind, variant);
            LetterContent content = CONTENTS.of(kind, letter.situation());

            Map<Block, String> blocks =
                    ComposedLetter.of(TEMPLATES.xhtml(letter)).blocks();
            String text = ReadPdf.spoken(TEMPLATES.pdf(letter));

            assertThat(blocks.keySet()).as(variant.name()).containsAll(content.must());
            assertThat(blocks.keySet()).as(variant.name()).allMatch(content::allows);
            blocks.forEach((block, words) -> assertThat(ComposedLetter.squeezed(withoutNumbersOfLists(text)))
                    .as(variant + " " + block)
                    .contains(ComposedLetter.squeezed(words)));
            for (Block block : Block.OF_THE_LAW) {
                if (content.must().contains(block)) {
                    assertThat(text).as(variant + " " + block).contains(WORDS.get(block));
                } else {
                    assertThat(text)
                            .as(variant + " " + block)
                            .doesNotContain(WORDS.get(block).get(0));
                }
            }
            if (content.decision() != null) {
                assertThat(text)
                        .as(variant.name())
                        .contains(letter.rights().head() + " of the Children and Families Act 2014");
            }
            assertThat(text).as(variant.name()).contains(OWN.get(kind));
        }
    }

    private static String withoutNumbersOfLists(String spoken) {
        return spoken.replaceAll(" \\d\\. ", " ");
    }

    /** Section 2 of the statutory sheet once more, so that a change of the table alone is noticed. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void rightsStandExactlyWhereTheLawGivesThem(LetterKind kind) {
        for (Variant variant : Variant.of(kind)) {
            LetterContent content =
                    CONTENTS.of(kind, LetterSamples.of(kind, variant).situation());
            boolean settledByTheTribunal =
                    variant == Variant.AFTER_AN_ORDER || variant == Variant.AFTER_AN_UNOPPOSED_APPEAL;
            Character head =
                    switch (kind) {
                        case L_03 -> 'a';
                        case L_06 -> 'b';
                        case L_10 -> 'c';
                        case L_16 -> settledByTheTribunal ? null : Character.valueOf('c');
                        case L_18_REFUSED -> 'd';
                        case L_13, L_17 -> 'e';
                        case L_14, L_19B -> 'f';
                        default -> null;
                    };

            assertThat(LetterSamples.of(kind, variant).rights())
                    .as(variant.name())
                    .satisfies(rights -> assertThat(rights == null ? null : rights.head())
                            .isEqualTo(head == null ? null : "section 51(2)(" + head + ")"));
            for (Block block : List.of(Block.RA, Block.TL, Block.MI)) {
                assertThat(content.allows(block)).as(variant + " " + block).isEqualTo(head != null);
            }
            assertThat(content.allows(Block.RP)).as(variant.name()).isEqualTo(head != null && head != 'a');
            assertThat(content.allows(Block.MI_I)).as(variant.name()).isEqualTo(head != null && head == 'c');
        }
    }

    /** What families are told that they can appeal is what the law on appeals gives them: two tables, one answer. */
    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "L_02, CONSIDERING_ASSESSMENT",
        "L_03, NOT_TO_ASSESS",
        "L_04, TO_ASSESS",
        "L_06, NO_PLAN",
        "L_07, TO_ISSUE_PLAN",
        "L_08, DRAFT_PLAN",
        "L_10, PLAN_FINALISED",
        "L_13, NOT_TO_AMEND",
        "L_14, CEASE",
        "L_15, AMENDMENT_NOTICE",
        "L_16, PLAN_AMENDED",
        "L_17, NOT_TO_AMEND",
        "L_18_AGREED, TO_REASSESS",
        "L_18_REFUSED, NOT_TO_REASSESS",
        "L_19A, CONSIDERING_CEASING",
        "L_19B, CEASE",
        "L_20, TRANSFER_IN",
        "L_24_REFUSAL, DIRECT_PAYMENTS_REFUSED",
        "O_03, NOT_YET_DECIDED"
    })
    void theLetterAndTheLawOnAppealsAgree(LetterKind kind, CouncilDecision decision) {
        for (Variant variant : Variant.of(kind)) {
            DecisionOrigin origin = variant == Variant.AFTER_AN_ORDER
                    ? DecisionOrigin.TRIBUNAL_ORDER
                    : variant == Variant.AFTER_AN_UNOPPOSED_APPEAL
                            ? DecisionOrigin.UNOPPOSED_APPEAL
                            : DecisionOrigin.COUNCIL;
            AppealRights rights =
                    AppealRights.of(decision, origin, SectionsInDispute.WHOLE_DECISION, LetterSamples.SENT, null);
            LetterContent content =
                    CONTENTS.of(kind, LetterSamples.of(kind, variant).situation());

            assertThat(content.allows(Block.RA)).as(variant.name()).isEqualTo(rights.appealable());
            assertThat(content.allows(Block.RP)).as(variant.name()).isEqualTo(rights.recommendations());
            assertThat(content.decision()).as(variant.name()).isEqualTo(rights.appealable() ? decision : null);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void aLetterWithoutRightsSpeaksOfNone(LetterKind kind) {
        LetterValues letter = LetterSamples.toParent(kind);
        boolean aboutThemItself =
                switch (kind) {
                    case L_22_ISSUES,
                            L_22_MEETING,
                            L_22_UNABLE,
                            L_23_UNOPPOSED,
                            L_23_RESPONSE,
                            L_25,
                            L_26_REPLY,
                            L_26_COPY -> true;
                    default -> false;
                };
        if (letter.rights() == null && !aboutThemItself) {
            assertThat(ComposedLetter.of(TEMPLATES.xhtml(letter)).text())
                    .doesNotContainIgnoringCase("tribunal")
                    .doesNotContainIgnoringCase("mediation");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void noSentenceIsLongerThanThirtyWords(String name, LetterValues letter) {
        for (String sentence : sentences(TEMPLATES.xhtml(letter))) {
            assertThat(sentence.split("\\s+").length).as(sentence).isLessThanOrEqualTo(30);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void aYoungPersonIsSpokenToAndAChildIsSpokenOf(LetterKind kind) {
        String toParent =
                ComposedLetter.of(TEMPLATES.xhtml(LetterSamples.toParent(kind))).text();
        LetterValues letter = LetterSamples.toYoungPerson(kind);
        String text = ComposedLetter.of(TEMPLATES.xhtml(letter)).text();

        assertThat(toParent).contains("This letter is about Sam Oliver O’Neill, born on 3 March 2017.");
        if (letter.child().youngPerson()) {
            String afterGreeting = text.substring(text.indexOf("Dear ")).replaceFirst("Dear Aled Tŷ Gwyn", "");
            // The notice of payments names in a table for whom they are.
            if (kind != LetterKind.L_24_NOTICE) {
                assertThat(afterGreeting).doesNotContain("Aled");
            }
            assertThat(afterGreeting).doesNotContain("a child must get");
            assertThat(text)
                    .containsIgnoringCase("your")
                    .doesNotContain("you has", "you needs", "you wants", "You still gets");
        } else {
            assertThat(text)
                    .contains("This letter is about Aled Tŷ Gwyn, born on 4 May 2009.")
                    .doesNotContain("a child must get");
        }
    }

    /** Terms of the statute, each with words that explain it; a letter to a family that uses the term must have them. */
    private static final Map<String, String> EXPLAINED = Map.of(
            "EHC plan", "legal document",
            "EHC needs assessment", "assessment( finds|. It finds|, which would find) ",
            "Tribunal", "(It is independent of the council|hears appeals)",
            "mediation certificate", "mediation adviser gives it to you",
            "ediation is", "meeting that helps you and us to agree",
            "direct payment", "(paid to you|pay it to you)",
            "personal budget", "It is the money for some of the help",
            "special educational provision", "which is the extra help",
            "section I", "school or other setting",
            "disagreement resolution", "An independent person helps");

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void aTermOfTheStatuteIsExplainedInTheLetterThatUsesIt(LetterKind kind) {
        if (LetterSamples.speaksToFamily(kind) && kind != LetterKind.L_10N) {
            String text = ComposedLetter.of(TEMPLATES.xhtml(LetterSamples.toParent(kind)))
                    .text();
            EXPLAINED.forEach((term, explanation) -> {
                if (text.contains(term)) {
                    assertThat(text).as(term).containsPattern(explanation);
                }
            });
        }
    }

    @Test
    void aGapIsRefused() {
        LetterValues letter = LetterSamples.toParent(LetterKind.O_02);

        refused(LetterSamples.change(letter).facts(LetterFacts.none()).build(), "The letter has a gap, “My name is .");
    }

    @Test
    void anAdviserGetsTheFamilysOwnWordsAndTheEvidence() throws Exception {
        String text = ReadPdf.spoken(TEMPLATES.pdf(LetterSamples.toAdviser()));

        assertThat(text)
                .containsSubsequence(
                        "medical advice under regulation 6(1)(c)",
                        "Sam’s needs",
                        "the provision that may be required to meet those needs",
                        "the outcomes that the provision is intended to achieve",
                        "We need your advice by Monday 7 December 2026.",
                        "regulation 8",
                        "Request for an EHC needs assessment, with the school’s support plans",
                        "These are the family’s own words. We have not changed them.",
                        "Jo O’Neill, 14 September 2026",
                        "He cries every morning before school.",
                        "- his words: \"too loud, too many\"",
                        "We are worn out.",
                        "Sam, 14 September 2026",
                        "I like trains.")
                .doesNotContain("right to appeal", "SENDIASS");
    }

    @Test
    void theFamilysOwnAdviceIsAskedForWithoutTermsOfTheTrade() throws Exception {
        String text = ReadPdf.spoken(TEMPLATES.pdf(LetterSamples.toParent(LetterKind.L_05)));

        assertThat(text)
                .doesNotContain("provision", "outcomes", "regulation", "EHC needs assessment", "advice from")
                .contains("Please tell us about Sam", "what Sam is good at and likes");
    }

    @Test
    void aCopySaysThatItIsOne() throws Exception {
        LetterValues copy = LetterSamples.copyTo(
                LetterSamples.toParent(LetterKind.L_03), "Dr Samir Anand", "1 Health Way", "Fenbridge", "FB1 1AA");

        assertThat(ReadPdf.spoken(TEMPLATES.pdf(copy)))
                .contains("Copy for information. We have sent this letter to Mrs Jo O’Neill.", "Dear Mrs Jo O’Neill,")
                .doesNotContain("12 Alder Close");
    }

    @Test
    void aPlanThatIsLateIsNotPromisedForADayThatIsGone() throws Exception {
        LetterValues late =
                LetterSamples.sentOn(LetterSamples.toParent(LetterKind.L_07), LetterSamples.SENT.plusMonths(4));

        assertThat(ReadPdf.spoken(TEMPLATES.pdf(late)))
                .contains("It was due by Monday 1 February 2027, and we are sorry that we are late.");
    }

    @Test
    void rightsAreComputedForTheDayOfSending() {
        AppealRights rights = LetterSamples.toParent(LetterKind.L_03).rights();

        assertThat(rights.head()).isEqualTo("section 51(2)(a)");
        assertThat(rights.certificateNeeded()).isTrue();
        assertThat(rights.contactMediationAdviserBy()).isEqualTo("2026-12-26");
        assertThat(rights.appealBy()).isEqualTo("2027-01-04");
        assertThat(rights.recommendations()).isFalse();
    }

    @Test
    void aLetterWithoutWhatItNeedsIsRefusedInASentence() {
        LetterValues notToAssess = LetterSamples.toParent(LetterKind.L_03);
        LetterValues draft = LetterSamples.toParent(LetterKind.L_08);

        refused(LetterSamples.change(notToAssess).salutation(" ").build(), "nobody to greet");
        refused(
                LetterSamples.change(notToAssess)
                        .decision(new DecisionText("s.36(8)(b)", List.of(), List.of(), List.of(), List.of()))
                        .build(),
                "must give the reasons");
        refused(LetterSamples.change(notToAssess).decision(null).build(), "must give the reasons");
        refused(LetterSamples.change(notToAssess).rights(null).build(), "lacks the rights of appeal");
        refused(LetterSamples.change(draft).enclosures(List.of()).build(), "goes out with the draft plan");
        refused(
                LetterSamples.change(LetterSamples.toParent(LetterKind.L_10))
                        .enclosures(List.of())
                        .build(),
                "goes out with the final plan");
        refused(
                LetterSamples.change(notToAssess)
                        .recipient(new Recipient("Mrs Jo O’Neill", List.of("12 Alder Close", "")))
                        .build(),
                "postal address is not complete");
        refused(
                LetterSamples.change(notToAssess)
                        .signature(new Signature("Hannah Price", ""))
                        .build(),
                "without the signer’s job title");
        refused(
                LetterSamples.change(notToAssess)
                        .council(withoutMediationAdviser(LetterSamples.COUNCIL))
                        .build(),
                "a way to reach the mediation adviser");
    }

    private static void refused(LetterValues letter, String sentence) {
        assertThatThrownBy(() -> TEMPLATES.xhtml(letter))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence);
    }

    private static Council withoutMediationAdviser(Council c) {
        return new Council(
                c.name(),
                c.serviceName(),
                c.addressLines(),
                c.phone(),
                c.email(),
                c.website(),
                c.logo(),
                new Service("Harbour Mediation", List.of(), "", null, ""),
                c.mediationOfficer(),
                c.disagreementResolution(),
                c.informationService(),
                c.tribunal(),
                c.schoolsInformation(),
                c.localOffer());
    }

    private static List<String> sentences(String xhtml) {
        String body = xhtml.substring(xhtml.indexOf("<div class=\"text\">"));
        List<String> sentences = new ArrayList<>();
        for (String block : body.split("</?(p|li|h1|h2|h3|th|td|div|ul|ol|table|tr|thead|tbody)[^>]*>")) {
            String text =
                    block.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
            BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.UK);
            breaks.setText(text);
            int start = breaks.first();
            for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
                sentences.add(text.substring(start, end).strip());
            }
        }
        return sentences;
    }
}
