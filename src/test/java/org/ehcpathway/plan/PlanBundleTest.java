package org.ehcpathway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.ehcpathway.testing.BroughtFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plan and its advice on paper. */
class PlanBundleTest {

    private static final String PDF = "application/pdf";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @Test
    void everyReportFollowsThePlanPageForPageUnderItsNameAndTheContentsSayWhereItBegins() throws Exception {
        List<String> pages = pages(new WrittenPlan(PlanKind.FINAL)
                .inFull(1)
                .report("Psychological advice", "Dr Amira Khan", null, "a.pdf", PDF, BroughtFiles.pdf(7, "Khan"))
                .report("Medical advice", "Dr Ben Osei", null, "b.pdf", PDF, BroughtFiles.pdf(2, "Osei"))
                .bundle());

        int plan = pages.size() - 1 - 7 - 2;
        assertThat(pages.get(0))
                .contains("EHC plan with its advice")
                .contains("Plan EHC plan, " + plan + " page 2 version 2")
                .contains("K1 Psychological Dr Amira Khan 20 October 2026 7 page " + (2 + plan))
                .contains("K2 Medical advice Dr Ben Osei 20 October 2026 2 page " + (9 + plan))
                .contains("This bundle is for paper.");
        assertThat(pages.get(1 + plan + 2))
                .contains("K1, page 3 of 7", "Sam Oliver O’Neill, EHC-2026-00042", "Khan, page 3 of its own 7");
        assertThat(pages.get(1 + plan + 7)).contains("K2, page 1 of 2", "Osei, page 1 of its own 2");
        for (int i = 0; i < pages.size(); i++) {
            assertThat(pages.get(i)).contains("Bundle page " + (i + 1) + " of " + pages.size());
        }
    }

    @Test
    void theBundleIsNavigatedByItsPartsAndCarriesNoFiles() throws Exception {
        byte[] bundle = new WrittenPlan(PlanKind.FINAL).inFull(1).reports(2, 1).bundle();

        try (PDDocument document = Loader.loadPDF(bundle)) {
            List<String> parts = new ArrayList<>();
            for (PDOutlineItem item :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                parts.add(item.getTitle());
            }
            assertThat(parts)
                    .containsExactly("Contents", "The plan", "K1: Psychological advice", "K2: Psychological advice");
            assertThat(document.getDocumentCatalog().getNames()).isNull();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
        }
        assertThat(new WrittenPlan(PlanKind.FINAL).inFull(1).reports(2, 1).bundle())
                .isEqualTo(bundle);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void aPageIsTurnedTheWayItIsReadAndNothingOfItLiesUnderTheStampsOrOffThePaper(int turned) throws Exception {
        byte[] bundle = new WrittenPlan(PlanKind.DRAFT)
                .inFull(1)
                .report(
                        "Medical advice",
                        "Dr Osei",
                        null,
                        "a.pdf",
                        PDF,
                        BroughtFiles.pdf(1, "Large", PDRectangle.A3, turned))
                .bundle();

        try (PDDocument document = Loader.loadPDF(bundle)) {
            PDPage page = document.getPage(document.getNumberOfPages() - 1);
            boolean sideways = turned % 180 != 0;
            assertThat(page.getRotation()).isZero();
            assertThat(page.getMediaBox().getWidth())
                    .isEqualTo(sideways ? PDRectangle.A4.getHeight() : PDRectangle.A4.getWidth());
            List<TextPosition> letters = letters(document, document.getNumberOfPages());
            assertThat(letters).isNotEmpty();
            float top = page.getMediaBox().getHeight() - 11 * 72 / 25.4f;
            for (TextPosition letter : letters) {
                assertThat(letter.getTextMatrix().getTranslateX())
                        .isBetween(10f, page.getMediaBox().getWidth() - 10);
                assertThat(letter.getTextMatrix().getTranslateY()).isBetween(11 * 72 / 25.4f, top);
            }
            // "Large" begins at the top left of the page as it was written.
            TextPosition first = letters.get(0);
            assertThat(first.getDir()).isEqualTo((360 - turned) % 360);
        }
    }

    @Test
    void theAnswersOfAFormArePrinted() throws Exception {
        List<String> pages = pages(new WrittenPlan(PlanKind.DRAFT)
                .inFull(1)
                .report("Social care advice", "Ms Wu", null, "a.pdf", PDF, BroughtFiles.filledForm("Not known to us"))
                .bundle());

        assertThat(pages.get(pages.size() - 1)).contains("K1, page 1 of 1", "Not known to us");
    }

    @Test
    void picturesTextsAndSpokenAdviceBecomePagesAndAWordDocumentASheetThatNamesIt() throws Exception {
        byte[] bundle = new WrittenPlan(PlanKind.DRAFT)
                .inFull(1)
                .report("Other advice", "Mr A", null, "a.png", "image/png", BroughtFiles.picture("png", 300, 200))
                .report("Other advice", "Mr B", null, "b.jpg", "image/jpeg", BroughtFiles.picture("jpg", 200, 300))
                .report(
                        "Other advice",
                        "Mr C",
                        null,
                        "c.txt",
                        "text/plain",
                        "Na\u00efve caf\u00e9, <b>said</b> twice.".getBytes(StandardCharsets.ISO_8859_1))
                .report("Educational advice", "Mr D", null, "school.docx", WORD, BroughtFiles.docx("Layout"))
                .words("Advice from the parent or young person", "Ruth O’Neill", "Please listen to <him>.")
                .bundle();

        List<String> pages = pages(bundle);
        List<String> last = pages.subList(pages.size() - 5, pages.size());
        assertThat(last.get(0)).contains("K1, page 1 of 1");
        assertThat(last.get(1)).contains("K2, page 1 of 1");
        assertThat(last.get(2)).contains("K3, page 1 of 1", "Naïve café, <b>said</b> twice.");
        assertThat(last.get(3)).contains("K4, page 1 of 1", "sent with the plan as a file of its own", "“school.docx”");
        assertThat(last.get(4)).contains("K5, page 1 of 1", "word for word", "Please listen to <him>.");
        try (PDDocument document = Loader.loadPDF(bundle)) {
            PDPage wide = document.getPage(document.getNumberOfPages() - 5);
            assertThat(wide.getMediaBox().getWidth())
                    .isGreaterThan(wide.getMediaBox().getHeight());
            assertThat(wide.getResources().getXObjectNames()).hasSize(1);
        }
    }

    @Test
    void aReportThatCannotBePrintedHasASheetInItsPlace() throws Exception {
        byte[] garbage = BroughtFiles.pdf(1, "Damaged");
        List<String> pages = pages(new WrittenPlan(PlanKind.DRAFT)
                .inFull(1)
                .report("Medical advice", "Dr Osei", null, "photo.png", "image/png", garbage)
                .reports(1, 1)
                .bundle());

        assertThat(pages.get(pages.size() - 2)).contains("K1, page 1 of 1", "cannot be printed together with others");
        assertThat(pages.get(pages.size() - 1)).contains("K2, page 1 of 1", "Report 1, page 1");
    }

    private static List<String> pages(byte[] pdf) throws Exception {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                PDFTextStripper page = new PDFTextStripper();
                page.setSortByPosition(true);
                page.setStartPage(i);
                page.setEndPage(i);
                pages.add(page.getText(document).replaceAll("\\s+", " "));
            }
        }
        return pages;
    }

    /** The letters of the report on a page of the bundle, without the stamps. */
    private static List<TextPosition> letters(PDDocument document, int page) throws Exception {
        List<TextPosition> letters = new ArrayList<>();
        PDFTextStripper reader = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition letter) {
                if (letter.getFont().getName().contains("Helvetica")) {
                    letters.add(letter);
                }
            }
        };
        reader.setStartPage(page);
        reader.setEndPage(page);
        reader.getText(document);
        return letters;
    }
}
