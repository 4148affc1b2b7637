package org.ehcpathway.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ehcpathway.letter.LetterValues.Council;
import org.ehcpathway.letter.LetterValues.DecisionText;
import org.ehcpathway.letter.LetterValues.Recipient;
import org.ehcpathway.letter.LetterValues.Service;
import org.ehcpathway.letter.LetterValues.Signature;
import org.ehcpathway.statute.AppealRights;
import org.ehcpathway.statute.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the law wants in each letter is in it, what does not belong there is not, and everybody can read it. */
class LetterContentTest {

    private static final LetterTemplates TEMPLATES = new LetterTemplates(new PdfRenderer());

    /** The blocks of the statutory fact sheet, section 2, each by words that only it has. */
    enum Block {
        RA("you have the right to appeal"),
        TL("Your appeal must reach the Tribunal by 5pm on Monday 4 January 2027"),
        TL_LATER_OF("one month from the date on the certificate. The later of the two dates counts"),
        MI_A("You have the right to ask for mediation"),
        MI_B("You need a mediation certificate before you can appeal"),
        MI_C("The mediation adviser is: Harbour Mediation Phone: 01632 960201"),
        MI_D("Contact the adviser by Saturday 26 December 2026"),
        MI_E("If you want mediation, you must tell us:"),
        MI_F("The person who deals with mediation for the council is: Priya Nair"),
        SECTION_I_NEEDS_NO_CERTIFICATE("You do not need a certificate if you appeal only about section I"),
        DR("Common Ground Disagreement Resolution"),
        IA("Wolds and Fens SENDIASS Phone: 01632 960401"),
        RP("The Tribunal can also make recommendations about health care and social care"),
        WINDOW("Please reply by Wednesday 11 November 2026"),
        ENCLOSED("Enclosed");

        private final String words;

        Block(String words) {
            this.words = words;
        }
    }

    private static final Set<Block> RIGHTS = EnumSet.range(Block.RA, Block.MI_F);
    private static final Map<LetterKind, Set<Block>> REQUIRED = new EnumMap<>(Map.of(
            LetterKind.L_01, EnumSet.of(Block.IA),
            LetterKind.L_03, with(RIGHTS, Block.DR, Block.IA),
            LetterKind.L_04, EnumSet.of(Block.IA),
            LetterKind.L_05, EnumSet.of(Block.IA),
            LetterKind.L_06, with(RIGHTS, Block.DR, Block.IA, Block.RP),
            LetterKind.L_07, EnumSet.of(Block.IA),
            LetterKind.L_08, EnumSet.of(Block.IA, Block.WINDOW, Block.ENCLOSED),
            LetterKind.L_10,
                    with(RIGHTS, Block.SECTION_I_NEEDS_NO_CERTIFICATE, Block.DR, Block.IA, Block.RP, Block.ENCLOSED)));

    /** Each kind's own sentences: the decision, what follows and what is asked. */
    private static final Map<LetterKind, List<String>> OWN = Map.of(
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
                    "section 51(2)(a) of the Children and Families Act 2014",
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
                    "Why we decided this The school has given extra help for one term",
                    "section 51(2)(b) of the Children and Families Act 2014"),
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
                    "information about schools and colleges at www.woldsandfens.example/schools",
                    "You can ask for a personal budget",
                    "Draft EHC plan, with the advice in section K"),
            LetterKind.L_10,
            List.of(
                    "plan is now final. It comes with this letter",
                    "special educational needs (section B)",
                    "special educational provision, which is the extra help (section F)",
                    "or the kind of setting (section I)",
                    "section 51(2)(c) of the Children and Families Act 2014"));

    static Stream<Arguments> family() {
        return Stream.of(LetterKind.values())
                .flatMap(kind -> Stream.of(LetterSamples.toParent(kind), LetterSamples.toYoungPerson(kind)))
                .map(letter -> Arguments.of(LetterSamples.describe(letter), letter));
    }

    static Stream<Arguments> all() {
        return LetterSamples.all().map(letter -> Arguments.of(LetterSamples.describe(letter), letter));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("family")
    void whatTheLawWantsIsThereAndNothingElse(String name, LetterValues letter) throws Exception {
        String text = ReadPdf.spoken(TEMPLATES.pdf(letter));

        for (Block block : Block.values()) {
            if (REQUIRED.get(letter.kind()).contains(block)) {
                assertThat(text).as(block.name()).contains(block.words);
            } else {
                assertThat(text).as(block.name()).doesNotContain(block.words);
            }
        }
        assertThat(text).contains(OWN.get(letter.kind()));
        if (letter.rights() == null) {
            assertThat(text).doesNotContainIgnoringCase("tribunal").doesNotContainIgnoringCase("mediation");
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
    @MethodSource("family")
    void aYoungPersonIsSpokenToAndAChildIsSpokenOf(String name, LetterValues letter) throws Exception {
        String text = ReadPdf.spoken(TEMPLATES.pdf(letter));

        if (letter.child().youngPerson()) {
            String afterGreeting = text.substring(text.indexOf("Dear "));
            assertThat(afterGreeting.replaceFirst("Dear Aled Tŷ Gwyn", "")).doesNotContain("Aled", "a child must get");
            assertThat(text).containsIgnoringCase("your").doesNotContain("you has", "you needs", "you wants");
        } else {
            assertThat(text).contains("This letter is about Sam Oliver O’Neill, born on 3 March 2017.", "Sam");
        }
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
                        .decision(new DecisionText("s.36(8)(b)", List.of(), List.of(), List.of()))
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

    private static Set<Block> with(Set<Block> blocks, Block... more) {
        EnumSet<Block> all = EnumSet.copyOf(blocks);
        all.addAll(List.of(more));
        return all;
    }
}
