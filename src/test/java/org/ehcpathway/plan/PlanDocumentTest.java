package org.ehcpathway.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.ehcpathway.casefile.AdviceState;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.letter.EditableCopy;
import org.ehcpathway.letter.ReadPdf;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.testing.BroughtFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The PDF of a plan: open to screen readers, fit for the archive, whole, and with its reports inside. */
class PlanDocumentTest {

    private static final String PDF = "application/pdf";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @ParameterizedTest(name = "{0} with {1} reports")
    @CsvSource({
        "DRAFT, 1", "DRAFT, 5", "DRAFT, 20",
        "FINAL, 1", "FINAL, 5", "FINAL, 20",
        "PROPOSED_AMENDMENT, 1", "PROPOSED_AMENDMENT, 5", "PROPOSED_AMENDMENT, 20",
        "FINAL_AMENDED, 1", "FINAL_AMENDED, 5", "FINAL_AMENDED, 20"
    })
    void everyPlanKeepsTheStandardsForAccessibleAndLastingPdfWithItsReportsInside(PlanKind kind, int reports)
            throws Exception {
        byte[] pdf = new WrittenPlan(kind).inFull(2).reports(reports, 2).issued();

        assertThat(ReadPdf.broken(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(ReadPdf.broken(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(attached(document)).hasSize(reports);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT, 'Draft, not a final plan', It names no school",
        "FINAL, Final plan, The council must make sure that the provision in section F is made",
        "PROPOSED_AMENDMENT, 'Proposed amendments, not a final plan', the plan you have stays in force",
        "FINAL_AMENDED, Final plan as amended, It takes the place of every earlier one"
    })
    void whatItIsStandsOnItsFirstPageAndAtTheHeadOfEveryPage(PlanKind kind, String standing, String notice)
            throws Exception {
        byte[] pdf = new WrittenPlan(kind).inFull(2).issued();

        List<String> pages = pages(pdf);
        assertThat(pages.get(0)).contains(standing + ".").contains(notice);
        assertThat(pages).hasSizeGreaterThan(4).allSatisfy(page -> assertThat(page)
                .contains(
                        standing,
                        "Version 2, 1 February 2027",
                        "Sam Oliver O’Neill, born 3 March 2017, EHC-2026-00042"));
        assertThat(pages).noneSatisfy(page -> assertThat(page).contains("Working paper"));
    }

    @Test
    void whatHasNotBeenServedSaysSoOnEveryPage() throws Exception {
        byte[] pdf = new WrittenPlan(PlanKind.DRAFT).inFull(2).workingCopy();

        assertThat(pages(pdf)).allSatisfy(page -> assertThat(page).contains("Working paper, not served"));
        assertThat(ReadPdf.broken(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    @Test
    void aDraftLeavesSectionIEmptyAndSaysWhyAndAFinalPlanNamesAndIsSigned() throws Exception {
        assertThat(ReadPdf.spoken(new WrittenPlan(PlanKind.DRAFT).inFull(1).issued()))
                .contains(
                        "Section I: The setting Left empty in a draft, as section 38(5) of the Children and Families Act 2014 requires. Section J")
                .doesNotContain("Birchwood", "Signed for the council");
        assertThat(ReadPdf.spoken(new WrittenPlan(PlanKind.FINAL).inFull(1).issued()))
                .contains("Section I: The setting Name: Birchwood School Type: mainstream primary school Section J")
                .contains("The responsible commissioning body agreed this provision on 20 January 2027.")
                .endsWith("Signed for the council by Morgan Ellery, SEN team manager, on 31 January 2027.");
    }

    @Test
    void theGoldenThreadIsSpokenAndLeadsFromItemToItemInsideTheDocument() throws Exception {
        byte[] pdf = new WrittenPlan(PlanKind.FINAL)
                .inFull(2)
                .reports(1, 1)
                .item(PlanPart.F, ItemWords.of("Swimming."), 1, 2, 3)
                .from(1)
                .issued();

        assertThat(ReadPdf.spoken(pdf))
                .contains("Need B1", "Met by F1, F2, F5, G1 Outcomes E1")
                .contains("Provision F5 Swimming. Meets B1, B2 Towards E1 Advice it comes from K1");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int links = 0;
            for (PDPage page : document.getPages()) {
                for (var annotation : page.getAnnotations()) {
                    if (annotation instanceof PDAnnotationLink link) {
                        links++;
                        var destination = link.getAction() instanceof PDActionGoTo go
                                ? go.getDestination()
                                : link.getDestination();
                        assertThat(destination)
                                .as("a link leads to a place of this plan")
                                .isNotNull();
                        assertThat(link.getContents()).isNotBlank();
                    }
                }
            }
            assertThat(links)
                    .as("13 sections of the contents, and every tie from both ends")
                    .isGreaterThan(13 + 20);
        }
    }

    @Test
    void theContentsNameThePageOnWhichEachSectionBegins() throws Exception {
        List<String> pages = pages(new WrittenPlan(PlanKind.FINAL).inFull(6).issued());

        for (String section : List.of("A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I", "J", "K")) {
            int begins = 1;
            while (!pages.get(begins).contains("Section " + section + ":")) {
                begins++;
            }
            assertThat(pages.get(0).replaceAll("[\\s\u00A0]+", " "))
                    .containsPattern("Section " + section + ": [^:]*, page " + (begins + 1) + " ");
        }
    }

    @Test
    void theBookmarksLeadToSectionsAndItems() throws Exception {
        try (PDDocument document =
                Loader.loadPDF(new WrittenPlan(PlanKind.FINAL).inFull(1).issued())) {
            List<String> bookmarks = new ArrayList<>();
            for (PDOutlineItem section :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                bookmarks.add(section.getTitle());
                section.children().forEach(item -> bookmarks.add(item.getTitle()));
            }
            assertThat(bookmarks)
                    .startsWith(
                            "Section A: The views, interests and aspirations of the child and their parents, or of the young person",
                            "Section B: Special educational needs",
                            "B1: Sam understands what is said to him as most children do who …")
                    .endsWith("Section K: The advice and information gathered");
        }
    }

    @Test
    void eachReportIsAttachedAsPdfA3AsksForAndNamedInSectionK() throws Exception {
        byte[] report = BroughtFiles.pdf(7, "Report of the psychologist");
        byte[] word = BroughtFiles.docx("Report of the school.");
        byte[] pdf = new WrittenPlan(PlanKind.FINAL)
                .inFull(1)
                .report("Psychological advice", "Dr Amira Khan", "Educational psychologist", "x.pdf", PDF, report)
                .report("Educational advice", "Mrs Grace Holloway", "Head teacher", "y.docx", WORD, word)
                .words("Advice from the parent or young person", "Ruth O’Neill", "Please listen to him.")
                .issued();

        assertThat(ReadPdf.spoken(pdf))
                .contains("K1 Psychological advice Dr Amira Khan, Educational psychologist 20 October 2026"
                        + " PDF, 7 pages, attached as “K1 Psychological advice.pdf”")
                .contains("K2 Educational advice Mrs Grace Holloway, Head teacher 20 October 2026"
                        + " text document, attached as “K2 Educational advice.docx”")
                .contains("K3 Advice from the parent or young person Ruth O’Neill 20 October 2026 in words, below")
                .contains("Ruth O’Neill, word for word Please listen to him.");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<PDComplexFileSpecification> files = attached(document);
            assertThat(files)
                    .extracting(PDComplexFileSpecification::getFileUnicode)
                    .containsExactly("K1 Psychological advice.pdf", "K2 Educational advice.docx");
            PDComplexFileSpecification first = files.get(0);
            PDEmbeddedFile embedded = first.getEmbeddedFile();
            assertThat(first.getFile()).isEqualTo("K1 Psychological advice.pdf");
            assertThat(first.getFileDescription()).isEqualTo("K1: Psychological advice from Dr Amira Khan");
            assertThat(first.getCOSObject().getNameAsString("AFRelationship")).isEqualTo("Supplement");
            assertThat(embedded.getSubtype()).isEqualTo(PDF);
            assertThat(embedded.getSize()).isEqualTo(report.length);
            assertThat(embedded.getModDate().toInstant()).isEqualTo(Instant.parse("2026-11-02T09:30:00Z"));
            assertThat(embedded.toByteArray()).isEqualTo(report);
            assertThat(files.get(1).getEmbeddedFile().toByteArray()).isEqualTo(word);
            COSArray associated = document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("AF"));
            assertThat(associated.size()).isEqualTo(2);
            assertThat(((COSDictionary) associated.getObject(0)).getString(COSName.UF))
                    .isEqualTo("K1 Psychological advice.pdf");
        }
    }

    @Test
    void theSamePlanIsTheSameFileAndAnotherReportMakesAnother() {
        byte[] first = new WrittenPlan(PlanKind.FINAL).inFull(1).reports(3, 2).issued();

        assertThat(new WrittenPlan(PlanKind.FINAL).inFull(1).reports(3, 2).issued())
                .isEqualTo(first);
        assertThat(new WrittenPlan(PlanKind.FINAL).inFull(1).reports(3, 3).issued())
                .isNotEqualTo(first);
    }

    @Test
    void whatAPlanCannotCarryIsNamedAsAFileOfItsOwn() {
        Documents documents = mock(Documents.class);
        List<PlanAppendix> appendices = new ArrayList<>();
        for (long id = 1; id <= 3; id++) {
            Document paper = new Document(
                    id, 1L, DocumentKind.ADVICE, "Report", id + ".pdf", PDF, 4_000_000, "0", "a", Instant.EPOCH);
            when(documents.get(id)).thenReturn(paper);
            appendices.add(new PlanAppendix(
                    id,
                    1L,
                    (int) id,
                    id,
                    "Report",
                    "Dr K",
                    null,
                    AdviceState.RECEIVED,
                    LocalDate.of(2026, 10, 20),
                    id,
                    null));
        }
        when(documents.open(any())).thenReturn(new Documents.Opened(new byte[0], 5));
        PlanText written = new WrittenPlan(PlanKind.DRAFT).text();
        PlanText text = new PlanText(
                written.version(), written.sections(), List.of(), List.of(), List.of(), List.of(), appendices, null);

        assertThat(new PlanReports(documents, DataSize.ofBytes(8_500_000)).of(text))
                .extracting(PlanReport::attached)
                .containsExactly(true, true, false);
    }

    @Test
    void aReportThatCannotBeOpenedAnyMoreIsRefusedByItsName() {
        Documents documents = mock(Documents.class);
        when(documents.open(any())).thenThrow(new Refusal("The PDF is broken and cannot be opened."));
        PlanText text = new WrittenPlan(PlanKind.FINAL).reports(1, 1).text();

        assertThatThrownBy(() -> new PlanReports(documents, DataSize.ofMegabytes(1)).of(text))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "The report K1, Psychological advice from Dr Amira Khan, cannot go with the plan. The PDF is broken and cannot be opened.");
    }

    @Test
    void everyWordOfEveryFieldIsInThePdfAndInTheWordDocument() throws Exception {
        WrittenPlan plan = everythingWith("");

        byte[] pdf = plan.issued();
        String spoken = ReadPdf.spoken(pdf);
        String word = words(docx(plan));

        for (String field : fieldsWith("")) {
            assertThat(spoken).contains(field);
            assertThat(word).contains(field);
        }
    }

    @Test
    void markupAndControlCharactersInEveryFieldComeOutAsTextAndBreakNothing() throws Exception {
        String odd = " <b>&amp;</b> ]]> \" ' {} ${1} th:text \\ \u0000\u0007\u001b\u000b";
        WrittenPlan plan = everythingWith(odd);

        byte[] pdf = plan.issued();
        String spoken = ReadPdf.spoken(pdf);
        String word = words(docx(plan));

        for (String field : fieldsWith(" <b>&amp;</b> ]]> \" ' {} ${1} th:text \\")) {
            assertThat(spoken).contains(field);
            assertThat(word).contains(field);
        }
        assertThat(ReadPdf.broken(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(ReadPdf.broken(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
    }

    @Test
    void aSmilingFaceOfAFamilyIsPrintedByItsName() throws Exception {
        byte[] pdf = new WrittenPlan(PlanKind.FINAL)
                .inFull(1)
                .said("Sam", "I like boats \uD83D\uDE00")
                .words("Advice from the parent or young person", "Ruth O’Neill", "He sings \u266B in the bath.")
                .issued();

        assertThat(ReadPdf.spoken(pdf)).contains("I like boats [grinning face]").contains("He sings");
    }

    @Test
    void aWordOfTwentyThousandLettersIsPrintedWhole() throws Exception {
        byte[] pdf = new WrittenPlan(PlanKind.FINAL)
                .inFull(1)
                .item(
                        PlanPart.F,
                        ItemWords.provision("q".repeat(20_000), "z".repeat(2_000), null, "A".repeat(2_000), null, null),
                        1)
                .issued();

        assertThat(ReadPdf.spoken(pdf).replace(" ", ""))
                .contains("q".repeat(20_000))
                .contains("z".repeat(2_000))
                .contains("A".repeat(2_000));
        assertThat(ReadPdf.broken(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    @Test
    void aPlanOfThreeHundredItemsIsMadeWithAllOfThem() throws Exception {
        WrittenPlan plan = new WrittenPlan(PlanKind.FINAL).inFull(75);
        assertThat(plan.text().items()).hasSize(301);

        assertThat(ReadPdf.spoken(plan.issued())).contains("Need B75", "Outcome E75", "Provision F150", "Provision G1");
    }

    @Test
    void theWordDocumentHasHeadingsHeadRowsAndBritishEnglishAndSaysWhatItIsNot() throws Exception {
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(
                docx(new WrittenPlan(PlanKind.DRAFT).inFull(1).reports(2, 3))))) {
            assertThat(word.getHeaderList().get(0).getText()).contains("This is a copy");
            assertThat(word.getParagraphs())
                    .filteredOn(paragraph -> "Heading2".equals(paragraph.getStyle()))
                    .extracting(XWPFParagraph::getText)
                    .contains(
                            "Section A: The views, interests and aspirations of the child and their parents, or of the young person")
                    .contains("Section F: Special educational provision required", "Section I: The setting")
                    .doesNotContain("What is in this plan");
            assertThat(word.getProperties()
                            .getCoreProperties()
                            .getUnderlyingProperties()
                            .getLanguageProperty())
                    .contains("en-GB");
            XWPFTable advice = word.getTables().get(word.getTables().size() - 1);
            assertThat(advice.getRow(0).isRepeatHeader()).isTrue();
            assertThat(advice.getRow(0).getTableCells())
                    .extracting(cell -> cell.getText())
                    .containsExactly("No.", "Advice", "From", "Received", "Report");
        }
    }

    private static WrittenPlan everythingWith(String odd) {
        List<String> fields = new ArrayList<>(rawFields());
        fields.replaceAll(field -> field + odd);
        WrittenPlan plan = new WrittenPlan(PlanKind.FINAL);
        for (PlanPart part : PlanPart.values()) {
            plan.section(part, fields.get(part.ordinal()));
        }
        int next = PlanPart.values().length;
        for (PlanPart part : PlanPart.values()) {
            if (part.hasItems()) {
                plan.item(
                        part,
                        new ItemWords(
                                        fields.get(next),
                                        AreaOfNeed.SENSORY_OR_PHYSICAL,
                                        Adulthood.COMMUNITY,
                                        fields.get(next + 1),
                                        fields.get(next + 2),
                                        fields.get(next + 3),
                                        fields.get(next + 4),
                                        fields.get(next + 5),
                                        fields.get(next + 6),
                                        fields.get(next + 7),
                                        fields.get(next + 8))
                                .fitting(part));
                next += 9;
            }
        }
        return plan.said(fields.get(next), fields.get(next + 1))
                .words(fields.get(next + 2), fields.get(next + 3), fields.get(next + 4));
    }

    /** Those that come out, each with what was added to it. */
    private static List<String> fieldsWith(String odd) {
        Set<String> fields = new LinkedHashSet<>();
        int next = PlanPart.values().length;
        List<String> raw = rawFields();
        fields.addAll(raw.subList(0, next));
        for (PlanPart part : PlanPart.values()) {
            if (part.hasItems()) {
                ItemWords fits = new ItemWords(
                                raw.get(next),
                                null,
                                null,
                                raw.get(next + 1),
                                raw.get(next + 2),
                                raw.get(next + 3),
                                raw.get(next + 4),
                                raw.get(next + 5),
                                raw.get(next + 6),
                                raw.get(next + 7),
                                raw.get(next + 8))
                        .fitting(part);
                fits.each(word -> {
                    fields.add(word);
                    return word;
                });
                next += 9;
            }
        }
        fields.addAll(raw.subList(next, next + 5));
        return fields.stream().map(field -> field + odd).toList();
    }

    private static List<String> rawFields() {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            fields.add("Field number %d holds words of its own".formatted(1000 + i));
        }
        return fields;
    }

    private static byte[] docx(WrittenPlan plan) {
        return EditableCopy.of(
                plan.document()
                        .xhtml(
                                plan.file(),
                                plan.text(),
                                WrittenPlan.ISSUED,
                                false,
                                plan.reports().of(plan.text())),
                WrittenPlan.ISSUED,
                "This is a copy.");
    }

    private static String words(byte[] docx) throws Exception {
        StringBuilder all = new StringBuilder();
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(docx))) {
            word.getBodyElements().forEach(element -> {
                if (element instanceof XWPFParagraph paragraph) {
                    all.append(paragraph.getText()).append('\n');
                } else if (element instanceof XWPFTable table) {
                    all.append(table.getText()).append('\n');
                }
            });
        }
        return all.toString();
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

    private static List<PDComplexFileSpecification> attached(PDDocument pdf) throws Exception {
        return List.copyOf(pdf.getDocumentCatalog()
                .getNames()
                .getEmbeddedFiles()
                .getNames()
                .values());
    }
}
