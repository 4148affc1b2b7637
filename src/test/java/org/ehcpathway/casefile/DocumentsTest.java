package org.ehcpathway.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.testing.BroughtFiles;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

class DocumentsTest {

    @Nested
    @OnH2
    class InH2 extends Story {}

    @Nested
    @OnPostgres
    class InPostgres extends Story {}

    @CasefileRoom.Test
    abstract static class Story {

        private static final int MEGABYTE = 1024 * 1024;

        @Autowired
        CaseFiles files;

        @Autowired
        Documents documents;

        private String reference;

        @BeforeEach
        void aCase() {
            reference = files.open(Requests.rowans(), "caseworker").reference();
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource
        void aPaperOfATakenType_isKeptByteForByte(String fileName, byte[] content, String mediaType) {
            Document kept = documents.add(reference, DocumentKind.ADVICE, "A report", fileName, content, "caseworker");

            assertThat(documents.content(kept.id())).isEqualTo(content);
            assertThat(documents.get(kept.id())).isEqualTo(kept);
            assertThat(kept.mediaType()).isEqualTo(mediaType);
            assertThat(kept.size()).isEqualTo(content.length);
            assertThat(kept.fileName()).isEqualTo(fileName);
        }

        static Stream<Arguments> aPaperOfATakenType_isKeptByteForByte() throws IOException {
            return Stream.of(
                    arguments("report.pdf", pdf(), "application/pdf"),
                    arguments("REPORT.PDF", pdf(), "application/pdf"),
                    arguments("photo.png", picture("png"), "image/png"),
                    arguments("photo.jpg", picture("jpg"), "image/jpeg"),
                    arguments("photo.jpeg", picture("jpg"), "image/jpeg"),
                    arguments(
                            "report.docx",
                            docx(),
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
                    arguments("report.odt", odt(), "application/vnd.oasis.opendocument.text"),
                    arguments("note.txt", text("Dear Maya,\r\nthank you – naïve café."), "text/plain"),
                    arguments("note.txt", "Ymlaen".getBytes(StandardCharsets.UTF_16), "text/plain"));
        }

        @Test
        void aPaperHasItsHash_andItsPlaceInTheFile() {
            Document kept = documents.add(
                    reference, DocumentKind.REQUEST, " Letter of request ", "abc.txt", text("abc"), "caseworker");

            assertThat(kept.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
            assertThat(kept.title()).isEqualTo("Letter of request");
            assertThat(documents.of(reference)).containsExactly(kept);
            assertThat(files.whole(reference).events()).last().satisfies(event -> assertThat(event.what())
                    .isEqualTo("Document added: Request"));
        }

        @Test
        void aScanOfTwentyMegabytes_isKept_oneByteMoreIsNot() throws IOException {
            byte[] largest = Arrays.copyOf(pdf(), 20 * MEGABYTE);
            byte[] tooLarge = Arrays.copyOf(pdf(), 20 * MEGABYTE + 1);

            Document kept = documents.add(
                    reference, DocumentKind.OTHER, "Scan", "scan.pdf", new ByteArrayInputStream(largest), "caseworker");
            assertThat(documents.content(kept.id())).isEqualTo(largest);
            assertRefused("scan.pdf", tooLarge, "The file is larger than 20 MB; make it smaller or split it.");
            assertThatThrownBy(() -> documents.add(
                            reference,
                            DocumentKind.OTHER,
                            "Scan",
                            "scan.pdf",
                            new ByteArrayInputStream(tooLarge),
                            "caseworker"))
                    .hasMessage("The file is larger than 20 MB; make it smaller or split it.");
        }

        @ParameterizedTest(name = "{0}: {2}")
        @MethodSource
        void aFileThatIsNotWhatItSays_isRefused_andNothingIsKept(String fileName, byte[] content, String sentence) {
            assertRefused(fileName, content, sentence);

            assertThat(documents.of(reference)).isEmpty();
        }

        static Stream<Arguments> aFileThatIsNotWhatItSays_isRefused_andNothingIsKept() throws IOException {
            byte[] program = new byte[2000];
            program[0] = 'M';
            program[1] = 'Z';
            byte[] noise = new byte[2000];
            new Random(7).nextBytes(noise);
            String notTaken =
                    "This type of file is not taken; use PDF, PNG, JPEG, DOCX, ODT or a plain text with the ending .txt.";
            String noPdf = "The file says it is a PDF but it is not; open it, save it anew and try again.";
            String noWord = "The file says it is a Word document but it is not; open it, save it anew and try again.";
            return Stream.of(
                    arguments("empty.pdf", new byte[0], "The file is empty; check it and choose it again."),
                    arguments("report.pdf", text("<html>not a pdf</html>"), noPdf),
                    arguments("report.pdf", picture("png"), noPdf),
                    arguments("report.pdf", program, noPdf),
                    arguments(
                            "photo.png",
                            picture("jpg"),
                            "The file says it is a PNG picture but it is not; open it, save it anew and try again."),
                    arguments(
                            "photo.jpg",
                            pdf(),
                            "The file says it is a JPEG picture but it is not; open it, save it anew and try again."),
                    arguments("report.docx", zip("mimetype", "word/other.xml"), noWord),
                    arguments("report.docx", odt(), noWord),
                    arguments("report.docx", text("word/document.xml"), noWord),
                    arguments("report.docx", Arrays.copyOf(docx(), 100), noWord),
                    arguments(
                            "report.odt",
                            docx(),
                            "The file says it is an OpenDocument text but it is not; open it, save it anew and try again."),
                    arguments(
                            "note.txt",
                            noise,
                            "The file says it is a plain text but it is not; open it, save it anew and try again."),
                    arguments(
                            "note.txt",
                            pdf(),
                            "The file says it is a plain text but it is not; open it, save it anew and try again."),
                    arguments("report.exe", program, notTaken),
                    arguments("page.html", text("<html></html>"), notTaken),
                    arguments("report.pdf.zip", pdf(), notTaken),
                    arguments("report", pdf(), notTaken),
                    arguments("folder/", pdf(), "The file has no name; save it under a name and choose it again."));
        }

        @ParameterizedTest(name = "{0}: {2}")
        @MethodSource
        void aFileThatNotEverybodyCouldOpen_isRefused_whileAnotherCanBeBrought(
                String fileName, byte[] content, String sentence) {
            assertRefused(fileName, content, sentence);

            assertThat(documents.of(reference)).isEmpty();
        }

        static Stream<Arguments> aFileThatNotEverybodyCouldOpen_isRefused_whileAnotherCanBeBrought()
                throws IOException {
            String locked = "The PDF is protected by a password: families and the tribunal could not open or print it."
                    + " Save it without protection and try again.";
            String macros =
                    "The file is a Word document with macros, which are programs: save it without macros and try again.";
            String noWord =
                    "The file says it is a Word document but cannot be opened as one; open it, save it anew and try again.";
            byte[] old = new byte[2000];
            System.arraycopy(java.util.HexFormat.of().parseHex("d0cf11e0a1b11ae1"), 0, old, 0, 8);
            byte[] broken = BroughtFiles.pdf(3, "Report");
            Arrays.fill(broken, 20, broken.length - 20, (byte) 'x');
            return Stream.of(
                    arguments("locked.pdf", BroughtFiles.locked("secret"), locked),
                    arguments("not-to-be-printed.pdf", BroughtFiles.locked(""), locked),
                    arguments(
                            "cut-off.pdf",
                            BroughtFiles.cutOff(BroughtFiles.pdf(3, "Report")),
                            "The PDF is cut off: its end is missing. Open it, save it anew and try again."),
                    arguments(
                            "broken.pdf",
                            broken,
                            "The PDF is broken and cannot be opened. Open it, save it anew and try again."),
                    arguments(
                            "no-pages.pdf",
                            BroughtFiles.withoutPages(),
                            "The PDF has no pages. Open it, save it anew and try again."),
                    arguments(
                            "pdf.docx",
                            BroughtFiles.pdf(1, "Report"),
                            "The file says it is a Word document but it is not; open it, save it anew and try again."),
                    arguments(
                            "locked.docx",
                            old,
                            "The Word document is protected by a password or saved in the format of Word 2003: save it without"
                                    + " a password as DOCX and try again."),
                    arguments("macros.docx", BroughtFiles.docxOf(0, "word/vbaProject.bin"), macros),
                    arguments("shell.docx", zip("[Content_Types].xml", "word/document.xml"), noWord),
                    arguments(
                            "bomb.docx",
                            BroughtFiles.docxOf(400L * MEGABYTE),
                            "The file unpacks to far more than it seems to hold, as no report does. Open it, save it anew and"
                                    + " try again."),
                    arguments(
                            "locked.odt",
                            BroughtFiles.odt("<manifest><encryption-data/></manifest>"),
                            "The file is protected by a password: save it without one and try again."),
                    arguments(
                            "cut-off.png",
                            Arrays.copyOf(BroughtFiles.picture("png", 40, 40), 12),
                            "The picture is broken and cannot be opened. Open it, save it anew and try again."));
        }

        @Test
        void aPaperMadeHere_isKeptWhateverItsSize() throws IOException {
            byte[] plan = Arrays.copyOf(pdf(), 25 * MEGABYTE);

            Document kept = documents.addMade(reference, DocumentKind.PLAN, "Plan", "plan.pdf", plan, "process");

            assertThat(kept.mediaType()).isEqualTo("application/pdf");
            assertThat(documents.content(kept.id())).hasSize(25 * MEGABYTE);
        }

        @Test
        void aPaperIsOpenedAgain_withItsPages() {
            Document kept = documents.add(
                    reference,
                    DocumentKind.ADVICE,
                    "Report",
                    "report.pdf",
                    BroughtFiles.pdf(7, "Report"),
                    "caseworker");

            assertThat(documents.open(kept).pages()).isEqualTo(7);
        }

        @ParameterizedTest
        @CsvSource({
            "C:\\Users\\maya\\Documents\\report.txt,report.txt",
            "../../etc/report.txt,report.txt",
            "'re\r\nport.txt',report.txt",
            "'  Rowan''s report.txt ',Rowan's report.txt"
        })
        void aFileNameKeepsNoPathAndNoControlCharacter(String uploadedAs, String kept) {
            assertThat(documents
                            .add(reference, DocumentKind.OTHER, "Note", uploadedAs, text("Hello."), "caseworker")
                            .fileName())
                    .isEqualTo(kept);
        }

        @Test
        void aVeryLongFileName_keepsItsEnding() {
            Document kept = documents.add(
                    reference, DocumentKind.OTHER, "Note", "a".repeat(300) + ".txt", text("Hello."), "caseworker");

            assertThat(kept.fileName()).hasSize(200).endsWith("a.txt");
        }

        @Test
        void aDocumentThatIsNotThere_isSaidToBeUnknown() {
            assertThatThrownBy(() -> documents.get(-1)).hasMessage("There is no such document.");
            assertThatThrownBy(() -> documents.content(-1)).hasMessage("There is no such document.");
        }

        private void assertRefused(String fileName, byte[] content, String sentence) {
            assertThatThrownBy(() ->
                            documents.add(reference, DocumentKind.OTHER, "Paper", fileName, content, "caseworker"))
                    .isExactlyInstanceOf(Refusal.class)
                    .hasMessage(sentence);
        }

        private static byte[] text(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        private static byte[] pdf() throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (PDDocument document = new PDDocument()) {
                document.addPage(new PDPage());
                document.save(out);
            }
            return out.toByteArray();
        }

        private static byte[] picture(String format) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        }

        private static byte[] docx() {
            return BroughtFiles.docx("Needs, provision and outcomes.");
        }

        private static byte[] zip(String... names) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (String name : names) {
                    zip.putNextEntry(new ZipEntry(name));
                    zip.write(text("<x/>"));
                }
            }
            return out.toByteArray();
        }

        private static byte[] odt() {
            return BroughtFiles.odt("<manifest/>");
        }
    }
}
