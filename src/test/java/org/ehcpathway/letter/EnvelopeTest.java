package org.ehcpathway.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ehcpathway.letter.LetterValues.Recipient;
import org.ehcpathway.letter.PrintedPdf.Mark;
import org.ehcpathway.statute.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters fit the window of the envelope and leave white what the post needs white, measured on the finished PDF. */
class EnvelopeTest {

    private static final PdfRenderer RENDERER = new PdfRenderer();
    private static final LetterTemplates TEMPLATES = new LetterTemplates(RENDERER);

    static Stream<LetterValues> letters() {
        return LetterSamples.all();
    }

    @ParameterizedTest
    @MethodSource("letters")
    void everyLetterKeepsToTheZones(LetterValues letter) {
        PrintedPdf printed = PrintedPdf.of(TEMPLATES.pdf(letter));

        assertThatCode(() -> Envelope.check(printed)).doesNotThrowAnyException();
        assertThat(inWindow(printed))
                .isEqualTo(String.join("", letter.recipient().windowLines()).replace(" ", ""));
    }

    @Test
    void theShortestAndTheLongestAddressFit() {
        for (List<String> address : List.of(
                List.of("1 Mill Lane", "FB3 7QT"),
                List.of("Flat 12", "The Old Mill", "48 Quay Road", "Little Wold", "Fenbridge", "FB3 7QT"))) {
            LetterValues letter = LetterSamples.readdressed(
                    LetterSamples.toParent(LetterKind.L_03), new Recipient("Mrs Jo O’Neill", address));

            PrintedPdf printed = PrintedPdf.of(TEMPLATES.pdf(letter));

            assertThat(inWindow(printed))
                    .isEqualTo("MrsJoO’Neill" + String.join("", address).replace(" ", ""));
        }
    }

    @Test
    void aLongNameGoesOnInTheNextLineOfTheWindow() {
        String name = "Mrs Gwenllian Myfanwy Angharad Rhiannon Llewellyn-Featherstonehaugh of Little Wold";
        LetterValues letter = LetterSamples.readdressed(
                LetterSamples.toParent(LetterKind.L_03), new Recipient(name, List.of("12 Alder Close", "FB3 7QT")));

        PrintedPdf printed = PrintedPdf.of(TEMPLATES.pdf(letter));

        assertThat(inWindow(printed)).isEqualTo(name.replace(" ", "") + "12AlderCloseFB37QT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jo Lee|1 Mill Lane|FB3 7QT",
                "Mrs Wilhelmina Featherstonehaugh|WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW|FB3 7QT",
                "Mr Ianto Llewellyn-Featherstonehaugh of Little Wold upon the Marsh|illililliillilililillilillilililililililililill|FB3 7QT",
                "Ms Łucja Żółkiewska-Brzęczyszczykiewicz and Mr Ștefan Țepeș|12 Alder Close|FB3 7QT"
            })
    void theLinesOfTheWindowAreCountedAsTheyArePrinted(String address) {
        List<String> window = lines(address);
        LetterValues letter = LetterSamples.readdressed(
                LetterSamples.toParent(LetterKind.L_03),
                new Recipient(window.get(0), window.subList(1, window.size())));
        LetterFonts fonts = new LetterFonts();

        int counted = window.stream()
                .mapToInt(line -> new WindowLine(fonts).lines(line, letter.names()))
                .sum();

        int printed = 0;
        double right = Double.MAX_VALUE;
        for (Mark mark : PrintedPdf.of(TEMPLATES.pdf(letter)).marks()) {
            boolean shown = mark.page() == 1
                    && mark.text() != null
                    && mark.left() >= 24.6
                    && mark.right() <= 120
                    && mark.top() >= 39.5
                    && mark.bottom() <= 66.3;
            if (shown) {
                printed += mark.left() < right - 10 ? 1 : 0;
                right = mark.right();
            }
        }
        assertThat(counted).isEqualTo(printed);
    }

    @Test
    void anAddressThatRunsOutOfTheWindowIsRefused_beforeThePdfIsMade() {
        String wide = "W".repeat(42);
        LetterValues letter = LetterSamples.readdressed(
                LetterSamples.toParent(LetterKind.L_03), new Recipient("Jo", List.of(wide, wide, wide, "FB3 7QT")));

        assertThatThrownBy(() -> TEMPLATES.xhtml(letter))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("too wide for it: shorten the address.");
    }

    @Test
    void anAddressThatRunsOutOfTheWindowIsRefused() {
        String wide = "W".repeat(42);
        LetterValues letter = LetterSamples.readdressed(
                LetterSamples.toParent(LetterKind.L_03),
                new Recipient(wide, List.of(wide, wide, wide, wide, "FB3 7QT")));

        assertThatThrownBy(() -> TEMPLATES.pdf(letter))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "A recipient’s name and address take more than the 7 lines of the envelope’s window, or are too wide for it: shorten the address.");
    }

    @Test
    void whatStandsOutsideTheZonesIsFoundAndToldWhere() {
        String sheet = TEMPLATES.xhtml(LetterSamples.toParent(LetterKind.L_03));
        record Broken(String style, String sentence) {}
        for (Broken broken : List.of(
                new Broken(".window { padding-top: 30mm; }", "shorten the address"),
                new Broken(".window { margin-left: 5mm; }", "On page 1 the letter prints something where"),
                new Broken(".letterhead { height: 80mm; }", "On page 1 the letter prints something where"),
                new Broken(".sender { margin-left: 100mm; }", "On page 1 the letter prints something where"),
                new Broken("@page { margin-left: 8mm; }", "On page 1 the letter prints something where"),
                new Broken("@page { margin-bottom: 8mm; @bottom-left { vertical-align: bottom; } }", "On page "),
                new Broken("@page { size: letter; }", "not on plain A4 paper"),
                new Broken(".text p { padding-bottom: 110mm; }", "at most 10"))) {
            String moved = sheet.replace("</style>", broken.style + "</style>");

            assertThatThrownBy(() -> RENDERER.renderForEnvelope(moved, LetterSamples.SENT, List.of()))
                    .as(broken.style)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(broken.sentence);
        }
    }

    @Test
    void theMarkOfThePostMustNotStandInALetter() {
        String sheet = TEMPLATES
                .xhtml(LetterSamples.toParent(LetterKind.L_03))
                .replace("Yours sincerely", "NOTIFY us, yours sincerely");

        assertThatThrownBy(() -> RENDERER.renderForEnvelope(sheet, LetterSamples.SENT, List.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("the word NOTIFY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mrs Jo O’Neill|1 Mill Lane|FB3 7QT",
                "Captain A Reed|HMS Wold|BFPO 205",
                "Mrs Jo O’Neill|Flat 12|The Old Mill|48 Quay Road|Little Wold|Fenbridge|FB3 7QT"
            })
    void thePostTakesTheseAddresses(String address) {
        assertThatCode(() -> Envelope.checkAddress(lines(address))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mrs Jo O’Neill|FB3 7QT",
                "Mrs Jo O’Neill|1|2|3|4|5|6|FB3 7QT",
                "Mrs Jo O’Neill|1 Mill Lane|Fenbridge",
                "Mrs Jo O’Neill|@ the mill|FB3 7QT",
                "Mrs Jo O’Neill|No fixed abode|FB3 7QT"
            })
    void thePostDoesNotTakeThese(String address) {
        assertThatThrownBy(() -> Envelope.checkAddress(lines(address))).isInstanceOf(Refusal.class);
    }

    private static List<String> lines(String address) {
        return Arrays.asList(address.split("\\|"));
    }

    /** What shows through the window, as Notify searches it. */
    private static String inWindow(PrintedPdf printed) {
        StringBuilder shown = new StringBuilder();
        printed.marks().stream()
                .filter(mark -> mark.page() == 1 && mark.text() != null)
                .filter(mark ->
                        mark.left() >= 24.6 && mark.right() <= 120 && mark.top() >= 39.5 && mark.bottom() <= 66.3)
                .map(Mark::text)
                .forEach(shown::append);
        return shown.toString().replace(" ", "");
    }
}
