package org.ehcpathway.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.w3c.dom.Document;

/** The faults that validators let pass: each is made on purpose, passes veraPDF, and is caught here. */
class PdfFaultTest {

    private static final PdfRenderer RENDERER = new PdfRenderer();

    private static final String SOUND = """
            <html lang="en-GB"><head><title>A letter</title><style>
            body { font-family: Doc, Fb; font-size: 12pt; } em { font-style: normal; font-weight: 700; }
            </style></head><body><h1>A letter</h1><p>Dear Mrs O’Neill, we write <em>today</em>.</p>
            <table><thead><tr><th scope="col">What</th><th scope="col">When</th></tr></thead>
            <tbody><tr><th scope="row">Appeal</th><td>by Monday</td></tr></tbody></table>
            <p>Yours sincerely</p></body></html>""";

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(
                        PdfFault.TEXT_VANISHED,
                        "a family of fonts nobody registered",
                        SOUND.replace("<p>Yours", "<p style=\"font-family: sans-serif\">Yours")),
                Arguments.of(
                        PdfFault.TEXT_VANISHED,
                        "text that is not displayed",
                        SOUND.replace("<p>Yours", "<p style=\"display: none\">Yours")),
                Arguments.of(PdfFault.NO_GLYPH, "a name in a script the fonts lack", SOUND.replace("O’Neill", "سلمى")),
                Arguments.of(
                        PdfFault.NO_GLYPH,
                        "such a name in the foot of the page",
                        SOUND.replace(
                                "body {", "@page { @bottom-left { content: '王'; font-family: Doc, Fb; } } body {")),
                Arguments.of(PdfFault.WRONG_LANGUAGE, "no language", SOUND.replace(" lang=\"en-GB\"", "")),
                Arguments.of(PdfFault.WRONG_LANGUAGE, "another language", SOUND.replace("en-GB", "pl")),
                Arguments.of(
                        PdfFault.WRONG_ORDER,
                        "a letterhead placed by position",
                        SOUND.replace(
                                "<h1>", "<div style=\"position: absolute; top: 100mm\"><p>County Hall</p></div><h1>")),
                Arguments.of(
                        PdfFault.TABLE_WITHOUT_HEAD,
                        "a table of plain cells",
                        SOUND.replaceAll("<th scope=\"...\">", "<td>").replace("</th>", "</td>")),
                Arguments.of(
                        PdfFault.TABLE_WITHOUT_HEAD,
                        "head cells that do not say what they head",
                        SOUND.replace(" scope=\"col\"", "")),
                Arguments.of(
                        PdfFault.TABLE_WITHOUT_HEAD,
                        "a head row in the body of the table",
                        SOUND.replace("<thead>", "<tbody>").replace("</thead>\n<tbody>", "")),
                Arguments.of(
                        PdfFault.CAPTION, "a caption", SOUND.replace("<thead>", "<caption>The dates</caption><thead>")),
                Arguments.of(
                        PdfFault.DEFINITION_LIST,
                        "a list of terms",
                        SOUND.replace("<p>Yours", "<dl><dt>SEN</dt><dd>needs</dd></dl><p>Yours")),
                Arguments.of(
                        PdfFault.EMPHASIS_LOST,
                        "italics without an italic face",
                        SOUND.replace("em { font-style: normal; font-weight: 700; }", "")),
                Arguments.of(
                        PdfFault.CUT_OFF,
                        "text beyond the edge of what is printed",
                        SOUND.replace("<p>Yours", "<p style=\"margin-left: -30mm\">Yours")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faults")
    void aFaultThatValidatorsLetPassIsCaught(PdfFault fault, String how, String xhtml) throws Exception {
        byte[] pdf = drawn(xhtml);

        assertThat(ReadPdf.broken(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(ReadPdf.broken(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(faults(xhtml)).contains(fault);
    }

    @Test
    void aSoundLetterHasNoFault() {
        assertThat(faults(SOUND)).isEmpty();
    }

    /** veraPDF sees this one too; where a letter is made there is no veraPDF. */
    @Test
    void aLetterWithoutATitleIsCaught() {
        assertThat(faults(SOUND.replace("<title>A letter</title>", "<title></title>")))
                .contains(PdfFault.NO_TITLE);
    }

    @Test
    void aTemplateWithAFaultMakesNoPdfAndItsMessageQuotesNoLetter() {
        assertThatThrownBy(() -> RENDERER.render(SOUND.replace(" scope=\"col\"", ""), LetterSamples.SENT, List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(PdfFault.TABLE_WITHOUT_HEAD.sentence());
    }

    /** Bold words are drawn after the rest of their line; along the tags, and by their place on the paper, they are not. */
    @Test
    void boldWordsAreReadWhereTheyStand() throws Exception {
        byte[] pdf =
                drawn(SOUND.replace("we write <em>today</em>", "we write <strong>before Monday</strong> and wait"));

        assertThat(ReadPdf.spoken(pdf)).contains("we write before Monday and wait.");
    }

    @Test
    void aHyphenThatWordProcessorsPasteIsPrintedAsAHyphen() throws Exception {
        byte[] pdf = drawn(SOUND.replace("O’Neill", Characters.printable("Smith\u2011Jones")));

        assertThat(ReadPdf.spoken(pdf)).contains("Dear Mrs Smith-Jones,");
    }

    private static Set<PdfFault> faults(String xhtml) {
        return PdfFault.of(PdfRenderer.parse(xhtml), PrintedPdf.of(drawn(xhtml)));
    }

    private static byte[] drawn(String xhtml) {
        Document document = PdfRenderer.parse(xhtml);
        return RENDERER.draw(document, xhtml, LetterSamples.SENT, List.of());
    }
}
