package org.ehcpathway.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.ehcpathway.letter.LetterValues.Recipient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.util.HtmlUtils;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** A letter in large print, as a page and as a copy for editing says exactly what the letter says. */
class LetterFormsTest {

    private static final PdfRenderer RENDERER = new PdfRenderer();
    private static final LetterTemplates TEMPLATES = new LetterTemplates(RENDERER);
    private static final LetterForms FORMS = new LetterForms(RENDERER);

    static Stream<Arguments> letters() {
        return LetterSamples.all().map(letter -> Arguments.of(LetterSamples.describe(letter), letter));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("letters")
    void largePrintSaysTheSameInLettersOf18PointAndMore(String name, LetterValues letter) throws Exception {
        byte[] large = FORMS.largePrint(TEMPLATES.words(letter));

        assertThat(joined(ReadPdf.spoken(large))).isEqualTo(joined(ReadPdf.spoken(TEMPLATES.pdf(letter))));
        assertThat(smallestSize(large)).isGreaterThanOrEqualTo(18);
        assertThat(ReadPdf.broken(large, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(ReadPdf.broken(large, PDFAFlavour.PDFA_3_A)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("letters")
    void thePageSaysTheSameAndNeedsNothingElse(String name, LetterValues letter) throws Exception {
        String page = FORMS.page(TEMPLATES.words(letter));

        assertThat(page)
                .startsWith("<!DOCTYPE html>\n<html lang=\"en-GB\">")
                .contains(
                        "<title>", "<header class=\"letterhead\">", "<main class=\"text\">", "<meta charset=\"UTF-8\">")
                .doesNotContain("<link", "<script", "@import", "url(", "src=\"http", "href=", "data-block", "xmlns");
        assertThat(page.split("<h1>", -1)).hasSize(2);
        assertThat(joined(bodyText(page))).isEqualTo(joined(written(letter)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("letters")
    void theCopyForEditingSaysTheSameAndThatItIsNotTheLetter(String name, LetterValues letter) throws Exception {
        byte[] copy = FORMS.editable(TEMPLATES.words(letter));

        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(copy))) {
            assertThat(read.getParagraphs().get(0).getText()).isEqualTo(EditableCopy.NOT_THE_LETTER);
            assertThat(read.getHeaderList().get(0).getText()).contains(EditableCopy.NOT_THE_LETTER);
            assertThat(read.getProperties().getCoreProperties().getTitle()).isNotBlank();
            assertThat(read.getProperties()
                            .getCoreProperties()
                            .getUnderlyingProperties()
                            .getLanguageProperty())
                    .hasValue("en-GB");
            String text = textOf(read).stream().skip(1).collect(Collectors.joining());
            assertThat(joined(text)).isEqualTo(joined(written(letter)));
            assertThat(read.getParagraphs().stream().map(XWPFParagraph::getStyle))
                    .contains("Heading1", "Heading2");
        }
    }

    /** A run that says it is not bold would overrule the style of its heading. */
    @Test
    void theSameLetterGivesTheSameCopy_withTheLettersDateOnEveryPart() throws Exception {
        LetterWords words = TEMPLATES.words(LetterSamples.toParent(LetterKind.L_03));
        byte[] copy = FORMS.editable(words);

        assertThat(FORMS.editable(words)).isEqualTo(copy);
        int parts = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(copy))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts++;
                assertThat(part.getTimeLocal())
                        .as(part.getName())
                        .isEqualTo(words.date().atTime(12, 0));
                assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                        .as("no other day, such as that of making, in " + part.getName())
                        .doesNotContain("<dcterms:modified xsi:type=\"dcterms:W3CDTF\">" + LocalDate.now());
            }
        }
        assertThat(parts).isGreaterThan(5);
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(copy))) {
            Date noon = Date.from(words.date().atTime(12, 0).toInstant(ZoneOffset.UTC));
            assertThat(read.getProperties().getCoreProperties().getCreated()).isEqualTo(noon);
            assertThat(read.getProperties().getCoreProperties().getModified()).isEqualTo(noon);
        }
    }

    @Test
    void headingsOfTheCopyAreLeftToTheirStyle() throws Exception {
        byte[] copy = FORMS.editable(TEMPLATES.words(LetterSamples.toParent(LetterKind.L_03)));

        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(copy))) {
            assertThat(read.getParagraphs().stream()
                            .filter(paragraph ->
                                    "Heading1".equals(paragraph.getStyle()) || "Heading2".equals(paragraph.getStyle()))
                            .flatMap(paragraph -> paragraph.getRuns().stream()))
                    .isNotEmpty()
                    .allSatisfy(run -> assertThat(run.getCTR().isSetRPr()).isFalse());
        }
    }

    @Test
    void tablesAndListsAreTablesAndListsInTheCopy() throws Exception {
        byte[] copy = FORMS.editable(TEMPLATES.words(LetterSamples.toParent(LetterKind.L_03)));

        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(copy))) {
            XWPFTable dates = read.getTables().get(0);
            assertThat(dates.getRow(0).isRepeatHeader()).isTrue();
            assertThat(dates.getRow(0).getCell(0).getText()).isEqualTo("What to do");
            assertThat(dates.getRow(1).getCell(0).getText()).isEqualTo("Contact the mediation adviser");
            assertThat(read.getParagraphs().stream().filter(paragraph -> paragraph.getNumID() != null))
                    .extracting(XWPFParagraph::getText)
                    .contains("set up a quiet place", "start a reading group.");
        }
    }

    @Test
    void aNameThatLooksLikeMarkupIsANameInEveryForm() throws Exception {
        LetterValues letter = LetterSamples.readdressed(
                LetterSamples.toParent(LetterKind.L_01),
                new Recipient("Mrs <b>O’Neill</b> & Co", List.of("12 Alder Close", "FB3 7QT")));
        LetterWords words = TEMPLATES.words(letter);

        assertThat(FORMS.page(words)).contains("Dear Mrs &lt;b&gt;O&rsquo;Neill&lt;/b&gt; &amp; Co,");
        assertThat(ReadPdf.spoken(FORMS.largePrint(words))).contains("Dear Mrs <b>O’Neill</b> & Co,");
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(FORMS.editable(words)))) {
            assertThat(textOf(read)).contains("Dear Mrs <b>O’Neill</b> & Co,");
        }
    }

    @Test
    void lettersMadeInAnyOrderAreTheSameFiles() {
        List<LetterValues> letters = LetterSamples.all().toList();
        List<String> forwards = hashes(new LetterTemplates(new PdfRenderer()), letters);
        List<LetterValues> turned = new ArrayList<>(letters);
        java.util.Collections.reverse(turned);

        List<String> backwards = hashes(new LetterTemplates(new PdfRenderer()), turned);
        java.util.Collections.reverse(backwards);
        LetterTemplates shared = new LetterTemplates(new PdfRenderer());
        List<String> sideBySide =
                letters.parallelStream().map(shared::pdf).map(Sha256::of).toList();

        assertThat(backwards).isEqualTo(forwards);
        assertThat(sideBySide).isEqualTo(forwards);
        assertThat(forwards).doesNotHaveDuplicates();
    }

    private static List<String> hashes(LetterTemplates templates, List<LetterValues> letters) {
        return new ArrayList<>(
                letters.stream().map(templates::pdf).map(Sha256::of).toList());
    }

    /** The words themselves; the signs before the points of lists are no words. */
    private static String written(LetterValues letter) {
        return PdfRenderer.parse(TEMPLATES.xhtml(letter))
                .getElementsByTagName("body")
                .item(0)
                .getTextContent();
    }

    private static String joined(String text) {
        return text.replaceAll("[\\s\u00A0]+", "");
    }

    private static String bodyText(String page) {
        String body = page.substring(page.indexOf("<body>"));
        return HtmlUtils.htmlUnescape(body.replaceAll("<[^>]+>", ""));
    }

    private static List<String> textOf(XWPFDocument document) {
        List<String> texts = new ArrayList<>();
        for (IBodyElement element : document.getBodyElements()) {
            if (element instanceof XWPFParagraph paragraph) {
                texts.add(paragraph.getText());
            } else if (element instanceof XWPFTable table) {
                table.getRows().forEach(row -> row.getTableCells().forEach(cell -> texts.add(cell.getText())));
            }
        }
        return texts;
    }

    private static double smallestSize(byte[] pdf) throws Exception {
        List<Float> sizes = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    sizes.add(text.getYScale());
                }
            }.getText(document);
        }
        return sizes.stream()
                .mapToDouble(size -> Math.round(size * 100) / 100.0)
                .min()
                .orElseThrow();
    }
}
