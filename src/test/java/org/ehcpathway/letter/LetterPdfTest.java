package org.ehcpathway.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.ehcpathway.letter.LetterValues.Recipient;
import org.ehcpathway.statute.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The PDF of every letter: open to screen readers, fit for the archive, and all there. */
class LetterPdfTest {

    private static final LetterTemplates TEMPLATES = new LetterTemplates(new PdfRenderer());

    static Stream<Arguments> letters() {
        return LetterSamples.all().map(letter -> Arguments.of(LetterSamples.describe(letter), letter));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("letters")
    void everyLetterKeepsTheStandardsForAccessibleAndLastingPdf(String name, LetterValues letter) throws Exception {
        byte[] pdf = TEMPLATES.pdf(letter);

        assertThat(ReadPdf.broken(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(ReadPdf.broken(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(document.getDocumentInformation().getTitle()).isNotBlank();
            assertThat(document.getNumberOfPages()).isBetween(1, 10);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("letters")
    void everyLetterIsReadAloudFromLetterheadToSignature(String name, LetterValues letter) throws Exception {
        byte[] pdf = TEMPLATES.pdf(letter);

        assertThat(ReadPdf.spoken(pdf))
                .startsWith(
                        "Wolds and Fens County Council Special educational needs and disability service County Hall")
                .containsSubsequence(
                        letter.recipient().name(),
                        letter.recipient().addressLines().get(0),
                        "Dear " + letter.salutation() + ",",
                        "If you need help with this letter",
                        "Yours sincerely",
                        "Hannah Price",
                        "SEN team manager")
                .doesNotContain("#", "null", "${", "  ");
        List<String> headings =
                ReadPdf.tags(pdf).stream().filter(tag -> tag.matches("H[1-6]")).toList();
        assertThat(headings).startsWith("H1", "H2");
        assertThat(headings.stream().filter("H1"::equals)).hasSize(1);
    }

    @Test
    void theTableOfDatesHasARealHead() throws Exception {
        byte[] pdf = TEMPLATES.pdf(LetterSamples.toParent(LetterKind.L_03));

        assertThat(ReadPdf.tags(pdf))
                .containsSubsequence("Table", "THead", "TR", "TH", "TH", "TBody", "TR", "TH", "TD");
        assertThat(ReadPdf.tags(pdf)).contains("L", "LI", "LBody");
    }

    @Test
    void theSameLetterIsTheSameFile() {
        LetterValues letter = LetterSamples.toParent(LetterKind.L_10);

        byte[] first = TEMPLATES.pdf(letter);
        byte[] second = new LetterTemplates(new PdfRenderer()).pdf(letter);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void theCouncilsLogoIsReadAloudByItsName() throws Exception {
        BufferedImage logo = new BufferedImage(300, 100, BufferedImage.TYPE_INT_ARGB);
        logo.createGraphics().fillRect(20, 20, 200, 60);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(logo, "png", png);
        LetterValues letter = LetterSamples.change(LetterSamples.toParent(LetterKind.L_01))
                .council(LetterSamples.withLogo(
                        "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray())))
                .build();

        byte[] pdf = TEMPLATES.pdf(letter);

        assertThat(ReadPdf.broken(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(ReadPdf.broken(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(ReadPdf.tags(pdf)).contains("Figure");
        assertThat(ReadPdf.spoken(pdf)).startsWith("Special educational needs and disability service");
    }

    @Test
    void welshAndVietnameseNamesComeOutAsTheyAreWritten() throws Exception {
        byte[] pdf = TEMPLATES.pdf(LetterSamples.readdressed(
                LetterSamples.toParent(LetterKind.L_01),
                new Recipient("Mrs Gwenllïan Ŵyn-Nguyễn Thị Hồng", List.of("Tŷ Ŷd", "Fenbridge", "FB3 7QT"))));

        assertThat(ReadPdf.spoken(pdf)).contains("Mrs Gwenllïan Ŵyn-Nguyễn Thị Hồng", "Tŷ Ŷd");
    }

    @Test
    void anAccentTypedApartFromItsLetterIsJoinedToIt() {
        assertThat(Characters.printable("Tyˆ".replace("ˆ", "\u0302") + " Nguye\u0302\u0303n"))
                .isEqualTo("Tŷ Nguyễn");
        assertThat(Characters.printable("non\u2011breaking\u200B and\tso on\r\n"))
                .isEqualTo("non-breaking and so on\n");
    }

    @Test
    void aNameInArabicLettersIsRefusedWithTheLetterAndWhatToDo() {
        LetterValues letter = LetterSamples.readdressed(
                LetterSamples.toParent(LetterKind.L_01),
                new Recipient("Mrs سلمى Haddad", List.of("12 Alder Close", "FB3 7QT")));

        assertThatThrownBy(() -> TEMPLATES.pdf(letter))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "The letter cannot print the character س (arabic letter seen, U+0633): write the word in Latin letters, the way the person spells it in English, and prepare the letter again.");
    }

    @Test
    void namesDatesAndTelephoneNumbersStayOnOneLine() throws Exception {
        String sentence = "Please write to Siân O’Neill-Hughes by Monday 26 October 2026 or call 01632 960100 today. ";
        String page = """
                <html lang="en-GB"><head><title>Lines</title><style>body { font-family: Doc, Fb; }</style></head>
                <body><h1>Lines</h1>%s</body></html>""";
        StringBuilder paragraphs = new StringBuilder();
        for (int width = 40; width < 170; width += 3) {
            paragraphs.append("<p style=\"width: %dmm\">%s</p>".formatted(width, sentence.repeat(3)));
        }

        byte[] pdf = new PdfRenderer()
                .render(page.formatted(paragraphs), LetterSamples.SENT, List.of("Siân O’Neill-Hughes"));

        List<String> lines = ReadPdf.printed(pdf).lines().map(String::strip).toList();
        for (String unbroken : List.of("Siân O’Neill-Hughes", "Monday 26 October 2026", "01632 960100")) {
            long whole = lines.stream()
                    .mapToLong(line -> line.split(unbroken, -1).length - 1L)
                    .sum();
            assertThat(whole).as(unbroken).isEqualTo(44 * 3);
        }
    }

    @Test
    void theAddressStandsInTheWindowAndNothingStandsInItsWay() throws Exception {
        LetterValues sevenLines = LetterSamples.readdressed(
                LetterSamples.toParent(LetterKind.L_03),
                new Recipient(
                        "Mrs Jo O’Neill",
                        List.of("Flat 12", "The Old Mill", "48 Quay Road", "Little Wold", "Fenbridge", "FB3 7QT")));
        byte[] pdf = TEMPLATES.pdf(sevenLines);

        List<ReadPdf.Placed> first = ReadPdf.placed(pdf, 1);
        for (String line : sevenLines.recipient().windowLines()) {
            assertThat(first).as(line).anySatisfy(piece -> {
                assertThat(piece.text()).isEqualTo(line);
                assertThat(piece.left()).isBetween(24.6, 120.0);
                assertThat(piece.right()).isBetween(24.6, 120.0);
                assertThat(piece.top()).isBetween(39.5, 66.3);
                assertThat(piece.bottom()).isBetween(39.5, 66.3);
            });
        }
        assertThat(first).filteredOn(piece -> piece.top() < 95).allSatisfy(piece -> {
            boolean logo = piece.left() >= 15 && piece.right() <= 125 && piece.top() >= 5 && piece.bottom() <= 30;
            boolean sender = piece.left() >= 125 && piece.right() <= 195 && piece.top() >= 5;
            boolean window = sevenLines.recipient().windowLines().contains(piece.text());
            assertThat(logo || sender || window).as(piece.toString()).isTrue();
        });
        assertThat(first).filteredOn(piece -> piece.top() >= 95).allSatisfy(piece -> {
            assertThat(piece.left()).isGreaterThanOrEqualTo(15);
            assertThat(piece.right()).isLessThanOrEqualTo(195);
            assertThat(piece.bottom()).isLessThanOrEqualTo(292);
        });
    }

    @Test
    void anAddressTooLongForTheWindowIsRefused() {
        LetterValues letter = LetterSamples.readdressed(
                LetterSamples.toParent(LetterKind.L_03),
                new Recipient("Mrs Jo O’Neill", List.of("1", "2", "3", "4", "5", "6", "FB3 7QT")));

        assertThatThrownBy(() -> TEMPLATES.pdf(letter))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("7 lines of the envelope’s window");
    }

    @Test
    void aTemplateWhoseTextVanishesMakesNoLetter() {
        String unknownFont = """
                <html lang="en-GB"><head><title>Lost</title></head>
                <body style="font-family: Unknown"><h1>Lost</h1><p>Nobody can read this.</p></body></html>""";

        assertThatThrownBy(() -> new PdfRenderer().render(unknownFont, LetterSamples.SENT, List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("Nobody can read this");
    }
}
