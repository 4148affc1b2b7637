package org.ehcpathway.plan.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ehcpathway.plan.check.WrittenPlan.NEED;
import static org.ehcpathway.plan.check.WrittenPlan.OUTCOME;
import static org.ehcpathway.plan.check.WrittenPlan.PROVISION;
import static org.ehcpathway.plan.check.WrittenPlan.PSYCHOLOGICAL;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ehcpathway.casefile.AdviceKind;
import org.ehcpathway.casefile.AdviceState;
import org.ehcpathway.plan.ItemWords;
import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanKind;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanText;
import org.ehcpathway.plan.Signature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule with a plan that just breaks it and one that just does not. */
class PlanChecksTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    @Test
    void inASoundPlanNothingIsFoundNotEvenInTheFamilysWords() {
        assertThat(plan().found()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = PlanPart.class, names = "J", mode = EnumSource.Mode.EXCLUDE)
    void aSectionWithoutAWordIsALegalErrorAndAWordIsEnough(PlanPart part) {
        WrittenPlan plan = plan().words(part, "");
        List.of(NEED, OUTCOME, PROVISION).stream()
                .filter(line -> plan.text().item(line).orElseThrow().part() == part)
                .toList()
                .forEach(plan::without);

        assertThat(plan.findings()).anySatisfy(finding -> assertThat(finding.sentence())
                .isEqualTo("Section " + part + " is empty. Where nothing was found, write that."));
        assertThat(plan.words(part, "None.").found()).noneMatch(found -> found.contains("SECTION_EMPTY"));
    }

    @Test
    void provisionThatIsNoItemIsWarnedOf() {
        WrittenPlan plan = plan().without(NEED).without(OUTCOME).without(PROVISION);
        plan.words(PlanPart.B, "He reads late.").words(PlanPart.E, "He reads.").words(PlanPart.F, "Teaching.");

        assertThat(plan.found())
                .startsWith("STYLE SECTION_WITHOUT_ITEMS Section B words")
                .contains("STYLE SECTION_WITHOUT_ITEMS Section E words", "STYLE SECTION_WITHOUT_ITEMS Section F words");
        assertThat(plan().words(PlanPart.B, "His needs are these.").found()).isEmpty();
    }

    @Test
    void anEmptyItemIsALegalError() {
        assertThat(plan().change(NEED, says -> says.withWords("")).found()).contains("LEGAL ITEM_EMPTY B1 words");
        assertThat(plan().change(NEED, says -> says.withWords("He reads late.")).found())
                .isEmpty();
    }

    @Test
    void aSpecialEducationalNeedMustBeMetInSectionF() {
        assertThat(plan().untie(PROVISION, NEED).found())
                .containsExactly("LEGAL NEED_WITHOUT_PROVISION B1 words", "LEGAL PROVISION_WITHOUT_NEED F1 ties");
        assertThat(plan().untie(PROVISION, NEED).provided(PlanPart.G, 4).found())
                .as("health provision meets no special educational need")
                .contains("LEGAL NEED_WITHOUT_PROVISION B1 words");
    }

    @ParameterizedTest
    @CsvSource({"C, G, H2", "D, H1, G", "D, H2, G", "C, F, H1", "D, F, G"})
    void aHealthOrSocialCareNeedIsMetInItsOwnSectionOrInFOrForAReasonNotAtAll(
            PlanPart needs, PlanPart meets, PlanPart doesNot) {
        WrittenPlan plan =
                plan().add(needs, 8, ItemWords.of("He sleeps badly.")).from(8, PSYCHOLOGICAL);

        assertThat(plan.found()).containsExactly("STYLE NEED_WITHOUT_PROVISION " + needs + "1 words");
        assertThat(plan.provided(doesNot, 5).tie(5, 8).found())
                .contains("STYLE NEED_WITHOUT_PROVISION " + needs + "1 words");
        assertThat(plan.provided(meets, 6).tie(6, 8).found()).noneMatch(found -> found.contains("NEED_WITHOUT"));
    }

    @Test
    void provisionIsForANeedAndLeadsToAnOutcome() {
        assertThat(plan().provided(PlanPart.F, 4).untie(4, NEED).found())
                .containsExactly("LEGAL PROVISION_WITHOUT_NEED F2 ties");
        assertThat(plan().provided(PlanPart.H2, 4).untie(4, NEED).found())
                .containsExactly("STYLE PROVISION_WITHOUT_NEED H2.1 ties");
        assertThat(plan().provided(PlanPart.F, 4).untie(4, OUTCOME).found())
                .containsExactly("STYLE PROVISION_WITHOUT_OUTCOME F2 ties");
        assertThat(plan().provided(PlanPart.F, 4).found()).isEmpty();
    }

    @Test
    void anOutcomeIsSoughtForANeed() {
        assertThat(plan().untie(OUTCOME, NEED).found()).containsExactly("STYLE OUTCOME_WITHOUT_NEED E1 ties");
    }

    @Test
    void educationalProvisionWithoutHowMuchOrByWhomIsALegalErrorAndOtherProvisionAWarning() {
        assertThat(plan().change(PROVISION, says -> answers(says, null, says.byWhom()))
                        .found())
                .containsExactly("LEGAL PROVISION_NOT_QUANTIFIED F1 amount");
        assertThat(plan().change(PROVISION, says -> answers(says, says.amount(), null))
                        .found())
                .containsExactly("LEGAL PROVISION_WITHOUT_PROVIDER F1 byWhom");
        assertThat(plan().provided(PlanPart.G, 4)
                        .change(4, says -> answers(says, null, null))
                        .found())
                .containsExactlyInAnyOrder(
                        "STYLE PROVISION_NOT_QUANTIFIED G1 amount", "STYLE PROVISION_WITHOUT_PROVIDER G1 byWhom");
        assertThat(plan().change(
                                PROVISION,
                                says -> answers(
                                        says.withWords("He is taught to read for 30 minutes each day."),
                                        null,
                                        says.byWhom()))
                        .found())
                .as("a sentence with the amount in it is specific, too")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Each day, AMOUNT_WITHOUT_NUMBER",
        "'One to one, each day', AMOUNT_WITHOUT_NUMBER",
        "1:1 each day, AMOUNT_WITHOUT_NUMBER",
        "30 minutes, AMOUNT_WITHOUT_FREQUENCY",
        "Half an hour of teaching, AMOUNT_WITHOUT_FREQUENCY"
    })
    void anAmountHasANumberAndSaysHowOften(String amount, String rule) {
        assertThat(plan().change(PROVISION, says -> answers(says, amount, says.byWhom()))
                        .found())
                .containsExactly("STYLE " + rule + " F1 amount");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30 minutes a day",
                "Twice a term",
                "Half an hour each week",
                "In all lessons",
                "Throughout the school day",
                "Full-time",
                "15 hours per week",
                "Three times a half-term"
            })
    void theseAmountsAreSpecific(String amount) {
        assertThat(plan().change(PROVISION, says -> answers(says, amount, says.byWhom()))
                        .found())
                .isEmpty();
    }

    @Test
    void howLongWhatTrainingAndHowMonitoredAreAsked() {
        assertThat(plan().change(
                                PROVISION,
                                says -> ItemWords.provision(
                                        says.words(), says.amount(), null, says.byWhom(), null, null))
                        .found())
                .containsExactlyInAnyOrder(
                        "STYLE PROVISION_WITHOUT_DURATION F1 duration",
                        "STYLE PROVISION_WITHOUT_TRAINING F1 training",
                        "STYLE PROVISION_WITHOUT_MONITORING F1 monitoring");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "He has access to a laptop. | access to",
                "He has ACCESS\u00a0TO a laptop. | access to",
                "He is given opportunities for play. | opportunities for",
                "He is given regular breaks. | regular",
                "He rests as appropriate. | as appropriate",
                "He rests up to 30 minutes. | up to",
                "He would benefit from rest. | would benefit from",
                "He rests, as required. | as required",
                "He rests where possible. | where possible",
                "He is taught in a small-group. | small group",
                "He has adult support. | adult support",
                "He rests as and when needed. | as and when needed"
            })
    void vagueWordsAreFoundInProvision(String sentence, String phrase) {
        List<Finding> findings = plan().change(
                        PROVISION, says -> answers(says.withWords(sentence), "Once a day", says.byWhom()))
                .findings();

        assertThat(findings).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(PlanRule.VAGUE_WORDS);
            assertThat(finding.severity()).isEqualTo(Severity.STYLE);
            assertThat(finding.place()).isEqualTo(new Place("F", PROVISION, Place.Field.WORDS));
        });
        assertThat(findings).anySatisfy(finding -> assertThat(
                        finding.sentence().toLowerCase().replace('-', ' ').replace('\u00a0', ' '))
                .contains("“" + phrase + "”"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He is taught in a small group of four.",
                "He is taught in a small group with three other pupils.",
                "He has adult support for 20 minutes each day.",
                "He follows a programme that she writes.",
                "He is taught the up. To him it is new.",
                "He is regularised.",
                "He is taught in May 2027."
            })
    void whatIsCountedOrOnlyLooksVagueIsNot(String sentence) {
        assertThat(plan().change(PROVISION, says -> says.withWords(sentence)).found())
                .isEmpty();
    }

    @Test
    void wordsAreVagueOnlyWhereTheyPromiseSomething() {
        assertThat(plan().change(NEED, says -> says.withWords("He counts up to 20 and has regular fits."))
                        .found())
                .isEmpty();
        assertThat(plan().change(OUTCOME, says -> says.withWords("He improves his reading."))
                        .found())
                .containsExactly("STYLE VAGUE_WORDS E1 words");
        assertThat(plan().words(PlanPart.G, "Physiotherapy where possible.").found())
                .containsExactly("STYLE VAGUE_WORDS Section G words");
        assertThat(plan().words(PlanPart.J, "TBC").found()).containsExactly("STYLE VAGUE_WORDS Section J words");
    }

    @Test
    void anOutcomeHasADayAndAMeasure() {
        assertThat(plan().change(OUTCOME, says -> ItemWords.outcome(says.words(), null, says.measure()))
                        .found())
                .containsExactly("STYLE OUTCOME_WITHOUT_DATE E1 byWhen");
        assertThat(plan().change(OUTCOME, says -> ItemWords.outcome(says.words(), says.byWhen(), null))
                        .found())
                .containsExactly("STYLE OUTCOME_NOT_MEASURABLE E1 measure");
        assertThat(plan().change(OUTCOME, says -> ItemWords.outcome(says.words(), says.byWhen(), "He enjoys it."))
                        .found())
                .containsExactly("STYLE OUTCOME_NOT_MEASURABLE E1 measure");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"In 4 of 5 lessons", "Every week", "Without help", "The register shows it", "At level B", "80%"})
    void theseMeasuresCanBeSeen(String measure) {
        assertThat(plan().change(OUTCOME, says -> ItemWords.outcome(says.words(), says.byWhen(), measure))
                        .found())
                .isEmpty();
    }

    @Test
    void everyItemSaysWhereItComesFrom() {
        WrittenPlan plan = plan().notFrom(PROVISION, PSYCHOLOGICAL);
        assertThat(plan.found()).containsExactly("STYLE ITEM_WITHOUT_SOURCE F1 sources");
        assertThat(plan.change(PROVISION, says -> says.from("Report of the review meeting"))
                        .found())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(AdviceState.class)
    void onlyAdviceThatHasComeIsASource(AdviceState state) {
        List<String> found =
                plan().advice(72, AdviceKind.EDUCATIONAL, state).from(NEED, 72).found();

        if (state == AdviceState.RECEIVED) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).containsExactly("LEGAL SOURCE_NOT_RECEIVED B1 sources");
        }
    }

    @Test
    void adviceThatCameAndWasNotUsedIsShownAndAdviceThatDidNotComeIsNot() {
        assertThat(plan().advice(72, AdviceKind.EDUCATIONAL, AdviceState.RECEIVED)
                        .found())
                .containsExactly("STYLE ADVICE_NOT_USED K2 sources");
        assertThat(plan().advice(72, AdviceKind.EDUCATIONAL, AdviceState.DECLINED)
                        .found())
                .isEmpty();
        assertThat(plan().advice(72, AdviceKind.EDUCATIONAL, AdviceState.RECEIVED)
                        .from(NEED, 72)
                        .found())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"FAMILY, A", "MEDICAL, C", "SOCIAL_CARE, D"})
    void adviceThatOnlyASectionInWordsRepeatsIsUsed(AdviceKind kind, PlanPart section) {
        WrittenPlan plan = plan().advice(72, kind, AdviceState.RECEIVED);

        assertThat(plan.found()).isEmpty();
        assertThat(plan.words(section, "").found()).contains("STYLE ADVICE_NOT_USED K2 sources");
    }

    @Test
    void adviceIsNamedAsSectionKListsIt() {
        assertThat(plan().change(NEED, says -> says.withWords("He reads late, see K2."))
                        .found())
                .containsExactly("STYLE ADVICE_NOT_LISTED B1 words");
        assertThat(plan().words(PlanPart.C, "None was found, see K2.").found())
                .containsExactly("STYLE ADVICE_NOT_LISTED Section C words");
        assertThat(plan().change(NEED, says -> says.withWords("He reads late, see K1."))
                        .found())
                .isEmpty();
    }

    @Test
    void fromYearNineAllProvisionPreparesForAdulthood() {
        assertThat(plan().inYearNine().found()).containsExactly("LEGAL ADULTHOOD_MISSING Section F strand");
        assertThat(plan().inYearNine().prepares(PROVISION).found())
                .as("where no health or social care is provided, none can prepare")
                .isEmpty();
        WrittenPlan plan = plan().inYearNine()
                .prepares(PROVISION)
                .provided(PlanPart.G, 4)
                .provided(PlanPart.H1, 5)
                .provided(PlanPart.H2, 6);
        assertThat(plan.found())
                .containsExactly(
                        "LEGAL ADULTHOOD_MISSING Section G strand", "LEGAL ADULTHOOD_MISSING Section H1 strand");
        assertThat(plan.prepares(4).prepares(6).found()).isEmpty();
        assertThat(plan().provided(PlanPart.G, 4).found()).as("before Year 9").isEmpty();
    }

    @Test
    void sectionH1IsForThoseUnder18() {
        assertThat(plan().provided(PlanPart.H1, 4).from18().found())
                .containsExactly("LEGAL H1_FOR_AN_ADULT H1.1 words");
        assertThat(plan().provided(PlanPart.H1, 4).found()).isEmpty();
        assertThat(plan().provided(PlanPart.H2, 4).from18().found()).isEmpty();
    }

    @Test
    void aDraftNamesNothingAndAFinalPlanSomething() {
        assertThat(plan().naming("special school").found())
                .containsExactly("LEGAL DRAFT_NAMES_A_SETTING Section I naming");
        WrittenPlan last = plan().as(PlanKind.FINAL);
        assertThat(last.found()).as("while it is written").isEmpty();
        assertThat(last.at(Moment.SIGNING).found()).containsExactly("LEGAL FINAL_NAMES_NOTHING Section I naming");
        assertThat(last.naming("special school").found()).isEmpty();
    }

    @Test
    void healthProvisionIsAgreedBeforeTheFinalPlanIsSigned() {
        WrittenPlan plan =
                plan().provided(PlanPart.G, 4).as(PlanKind.FINAL_AMENDED).naming("special school");
        assertThat(plan.found()).isEmpty();
        assertThat(plan.at(Moment.SIGNING).found()).containsExactly("LEGAL HEALTH_NOT_AGREED Section G healthAgreedOn");
        assertThat(plan.healthAgreed(DAY).found()).isEmpty();
        assertThat(plan().as(PlanKind.FINAL)
                        .naming("special school")
                        .at(Moment.SIGNING)
                        .found())
                .as("nothing to agree")
                .isEmpty();
    }

    @Test
    void aFinalPlanGoesOutSignedAndDated() {
        WrittenPlan plan = plan().as(PlanKind.FINAL).naming("special school").at(Moment.ISSUING);
        String missing = "LEGAL FINAL_NOT_SIGNED Signature signature";
        assertThat(plan.found()).containsExactly(missing);
        assertThat(plan.signed(new Signature("morgan", "Morgan Ellery", "Manager", null))
                        .found())
                .containsExactly(missing);
        assertThat(plan.signed(new Signature("morgan", " ", "Manager", DAY)).found())
                .containsExactly(missing);
        assertThat(plan.signed(new Signature("morgan", "Morgan Ellery", "Manager", DAY))
                        .found())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'Direct payments are made for swimming.', 1",
        "'Direct payments are made for B1.', 1",
        "'Direct payments are made for B1 and E1.', 0",
        "'No direct payment was asked for.', 0",
        "'There is a notional budget.', 0"
    })
    void directPaymentsAreForNeedsAndOutcomes(String words, int findings) {
        assertThat(plan().words(PlanPart.J, words).found())
                .hasSize(findings)
                .allMatch("STYLE DIRECT_PAYMENT_FOR_NOTHING Section J words"::equals);
    }

    @Test
    void theSameIsSaidOnce() {
        WrittenPlan plan =
                plan().provided(PlanPart.F, 4).change(4, says -> says.withWords("He is  taught to READ, one to one."));
        assertThat(plan.found()).containsExactly("STYLE SAME_TEXT_TWICE F2 words");

        String paragraph = "The paediatrician saw him on two days in May and found that he hears and sees well.";
        assertThat(plan().words(PlanPart.C, paragraph)
                        .words(PlanPart.G, "None.\n" + paragraph)
                        .found())
                .containsExactly("STYLE SAME_TEXT_TWICE Section G words");
    }

    @Test
    void aSentenceHasAtMostThirtyWords() {
        String thirty = "He" + " reads".repeat(29);
        assertThat(plan().change(NEED, says -> says.withWords(thirty + ". " + thirty + "."))
                        .found())
                .isEmpty();
        assertThat(plan().change(NEED, says -> says.withWords(thirty + " more."))
                        .found())
                .containsExactly("STYLE LONG_SENTENCE B1 words");
    }

    @Test
    void everyRuleIsTriedHere() throws Exception {
        String tests = java.nio.file.Files.readString(
                java.nio.file.Path.of("src/test/java/org/ehcpathway/plan/check/PlanChecksTest.java"));
        assertThat(Stream.of(PlanRule.values()).map(Enum::name)).allMatch(tests::contains);
    }

    @Test
    void everyPlaceIsOneOfThePlanAndEveryFindingItsOwn() {
        WrittenPlan plan = plan().inYearNine()
                .from18()
                .naming("college")
                .words(PlanPart.A, "")
                .words(PlanPart.C, "")
                .words(PlanPart.J, "Direct payments, as required, see K9.")
                .advice(72, AdviceKind.EDUCATIONAL, AdviceState.REQUESTED)
                .advice(73, AdviceKind.FAMILY, AdviceState.RECEIVED)
                .from(NEED, 72)
                .untie(PROVISION, NEED)
                .untie(OUTCOME, NEED)
                .add(PlanPart.F, 4, ItemWords.of(""))
                .add(PlanPart.F, 5, ItemWords.of("Access to regular support as appropriate, see K8, up to an hour."))
                .add(PlanPart.G, 6, ItemWords.of("Access to regular support as appropriate, see K8, up to an hour."))
                .add(PlanPart.H1, 7, ItemWords.of("Help." + " more".repeat(40)))
                .add(PlanPart.E, 8, ItemWords.of("He makes progress."))
                .add(PlanPart.D, 9, ItemWords.of("Rest."));
        PlanText text = plan.text();

        List<Finding> findings = plan.findings();
        assertThat(findings).hasSizeGreaterThan(40);
        assertThat(findings).extracting(Finding::fingerprint).doesNotHaveDuplicates();
        assertThat(findings).allSatisfy(finding -> {
            Place place = finding.place();
            if (place.line() != null) {
                PlanItem item = text.item(place.line()).orElseThrow();
                assertThat(item.part().name()).isEqualTo(place.section());
                assertThat(fieldsOf(item.part().holds())).contains(place.field());
                assertThat(finding.label()).isEqualTo(text.label(item));
            } else {
                assertThat(place.section()).matches("[A-GI-K]|H[12]");
            }
            assertThat(finding.sentence()).endsWith(".").hasSizeGreaterThan(20);
        });
    }

    @Test
    void theFingerprintChangesWithTheWordsAndNotWithTheOrder() {
        String rule = "He has access to a laptop.";
        WrittenPlan plan = plan().provided(PlanPart.F, 4).change(4, says -> says.withWords(rule));
        String before = plan.findings().get(0).fingerprint();

        assertThat(plan.without(PROVISION).tie(4, NEED).findings())
                .filteredOn(finding -> finding.rule() == PlanRule.VAGUE_WORDS)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.label()).isEqualTo("F1");
                    assertThat(finding.fingerprint()).isEqualTo(before);
                });
        assertThat(plan.change(4, says -> says.withWords(rule + " Every day.")).findings())
                .filteredOn(finding -> finding.rule() == PlanRule.VAGUE_WORDS)
                .singleElement()
                .satisfies(finding -> assertThat(finding.fingerprint()).isNotEqualTo(before));
    }

    private static WrittenPlan plan() {
        return new WrittenPlan();
    }

    private static ItemWords answers(ItemWords says, String amount, String byWhom) {
        return ItemWords.provision(says.words(), amount, says.duration(), byWhom, says.training(), says.monitoring());
    }

    private static Set<Place.Field> fieldsOf(PlanPart.Holds holds) {
        Set<Place.Field> always = Set.of(Place.Field.WORDS, Place.Field.ADVICE, Place.Field.OTHER_SOURCE);
        Set<Place.Field> more =
                switch (holds) {
                    case WORDS, NEEDS -> Set.of();
                    case OUTCOMES -> Set.of(Place.Field.TIES, Place.Field.BY_WHEN, Place.Field.MEASURE);
                    case PROVISION ->
                        Set.of(
                                Place.Field.TIES,
                                Place.Field.AMOUNT,
                                Place.Field.DURATION,
                                Place.Field.BY_WHOM,
                                Place.Field.TRAINING,
                                Place.Field.MONITORING);
                };
        return Stream.concat(always.stream(), more.stream()).collect(Collectors.toSet());
    }
}
