package org.ehcpathway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.ehcpathway.letter.ReadPdf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** One page for the family. */
class FamilySummaryTest {

    @Test
    void itSaysWhatWillHappenWhoDoesItHowOftenAndWhatToDoIfItDoesNot() throws Exception {
        String page = ReadPdf.spoken(new WrittenPlan(PlanKind.FINAL).inFull(1).summary());

        assertThat(page)
                .startsWith("Sam’s plan on one page This page does not take the place of the plan")
                .contains("The plan names: Birchwood School (mainstream primary school).")
                .contains("E1: Sam follows an instruction of three parts in a lesson with his whole class.")
                .contains("Item What happens How often Who does it F1 A speech and language therapist works with Sam")
                .contains("45 minutes every Tuesday, in 39 weeks of the year A speech and language therapist F2")
                .contains("If it does not happen", "01632 960100", "Exampleshire SENDIASS")
                .doesNotContain("more: see");
    }

    @Test
    void whatDoesNotFitIsCountedAndItsPlaceNamed() throws Exception {
        String page = ReadPdf.spoken(new WrittenPlan(PlanKind.FINAL).inFull(12).summary());

        assertThat(page).contains("… and 9 more: see section E of the plan.");
        assertThat(page).containsPattern("… and 1[0-9] more: see sections F and G of the plan\\.");
    }

    @Test
    void aDraftPromisesNothing() throws Exception {
        String page = ReadPdf.spoken(new WrittenPlan(PlanKind.DRAFT).inFull(1).summary());

        assertThat(page)
                .contains("This is about a draft. Nothing is decided yet.", "What we think should happen")
                .doesNotContain("What will happen", "If it does not happen", "The plan names");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 5, 8, 20, 75})
    void itIsAlwaysOneAccessiblePageInTwelvePointOrMore(int needs) throws Exception {
        byte[] pdf = needs == 0
                ? new WrittenPlan(PlanKind.FINAL).summary()
                : new WrittenPlan(PlanKind.FINAL).inFull(needs).summary();

        assertOneGoodPage(pdf);
    }

    @ParameterizedTest
    @EnumSource(PlanKind.class)
    void longWordsAndLongNamesDoNotMakeItTwo(PlanKind kind) throws Exception {
        WrittenPlan plan =
                new WrittenPlan(kind).of("Wilhelmina Wolfgang ".repeat(6).strip(), "W".repeat(90), "W".repeat(100));
        for (int i = 0; i < 30; i++) {
            plan.item(PlanPart.E, ItemWords.outcome("M".repeat(500), null, null));
            plan.item(
                    PlanPart.F,
                    ItemWords.provision("W".repeat(20_000), "M".repeat(2_000), null, "@".repeat(2_000), null, null));
        }

        assertOneGoodPage(plan.summary());
    }

    private static void assertOneGoodPage(byte[] pdf) throws Exception {
        assertThat(ReadPdf.broken(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            Set<Float> sizes = new HashSet<>();
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition letter) {
                    sizes.add(letter.getFontSizeInPt());
                }
            }.getText(document);
            assertThat(sizes).isNotEmpty().allSatisfy(size -> assertThat(size).isGreaterThanOrEqualTo(11.99f));
        }
    }
}
