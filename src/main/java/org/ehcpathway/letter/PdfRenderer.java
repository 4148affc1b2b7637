package org.ehcpathway.letter;

import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Makes an accessible, archivable PDF (PDF/UA-1 and PDF/A-3a, British English, tagged) from XHTML.
 *
 * <p>The same XHTML and date give the same bytes. The XHTML needs a title, {@code lang="en-GB"} on its root, headings without a
 * gap in their order and table heads with a scope. Fonts are {@code Doc} and {@code Fb} of {@link LetterFonts}; pictures come as
 * {@code data:} addresses, nothing else is fetched.
 */
@Component
public class PdfRenderer {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int EXPECTED_BYTES = 64 * 1024;

    /** Small objects side by side: reading goes through the whole table of objects once for every stream of them. */
    private static final CompressParameters LONG_STREAMS = new CompressParameters(20_000);

    private static final int EXPECTED_BYTES_WITH_FILES = 2 * 1024 * 1024;

    /** Attached files beyond this wait in a temporary file until the PDF is written. */
    private static final long IN_MEMORY = 32L * 1024 * 1024;

    static {
        // Its messages quote the text of letters. What they warn of is checked below.
        XRLog.setLoggingEnabled(false);
    }

    private final LetterFonts fonts = new LetterFonts();
    private final Characters characters = new Characters(fonts);
    private final FSDefaultCacheStore measures = new FSDefaultCacheStore();
    private final byte[] colours = ClassPathFiles.bytes("color/sRGB.icc");

    /**
     * @param xhtml well-formed XHTML without entities of HTML
     * @param date the day the PDF names as the day it was made: the letter's own date
     * @param unbroken names that no line may tear apart
     * @throws Refusal when a character has no glyph in any font
     * @throws IllegalStateException when the template makes a PDF with a {@link PdfFault}
     */
    public byte[] render(String xhtml, LocalDate date, Collection<String> unbroken) {
        return checked(xhtml, date, unbroken, List.of()).bytes();
    }

    /** As {@link #render(String, LocalDate, Collection)}, with files inside the PDF; the same files give the same bytes. */
    public byte[] render(String xhtml, LocalDate date, Collection<String> unbroken, List<AttachedFile> attached) {
        return checked(xhtml, date, unbroken, attached).bytes();
    }

    /** As {@link #render}, for an envelope with a window. */
    byte[] renderForEnvelope(String xhtml, LocalDate date, Collection<String> unbroken) {
        Made made = checked(xhtml, date, unbroken, List.of());
        Envelope.check(made.printed());
        return made.bytes();
    }

    private record Made(byte[] bytes, PrintedPdf printed) {}

    private Made checked(String xhtml, LocalDate date, Collection<String> unbroken, List<AttachedFile> attached) {
        characters.check(xhtml);
        Document document = parse(xhtml);
        byte[] pdf = draw(document, xhtml, date, unbroken, attached);
        PrintedPdf printed = PrintedPdf.of(pdf);
        PdfFault.of(document, printed).stream().findFirst().ifPresent(fault -> {
            throw new IllegalStateException(fault.sentence());
        });
        return new Made(pdf, printed);
    }

    /** Refuses a text with a character that cannot be printed; the sentence names the character and what to do. */
    public void checkCharacters(String text) {
        characters.check(Characters.printable(text));
    }

    /** The first character of a text that cannot be printed, with its name and number, for papers that are no letters. */
    public Optional<String> unprintable(String text) {
        return characters.unprintable(Characters.printable(text));
    }

    /** Refuses an address that takes more lines than the window of the envelope shows, without making the PDF. */
    void checkWindow(List<String> lines, Collection<String> unbroken) {
        Envelope.checkWindow(lines.stream()
                .map(Characters::printable)
                .mapToInt(line -> new WindowLine(fonts).lines(line, unbroken))
                .sum());
    }

    /** The text in characters that print alike, without those that print nothing. May still hold some that no font has. */
    public static String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        Characters.printable(text)
                .codePoints()
                .filter(c -> c == '\n' || !Character.isISOControl(c))
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    /**
     * What somebody said or wrote elsewhere, which nobody here may change, made printable: a sign that no font has, such as a smiling
     * face, stands in it by its name in square brackets.
     */
    public String legible(String quoted) {
        return characters.legible(printable(quoted));
    }

    static Document parse(String xhtml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(xhtml)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("The letter's template does not give well-formed XHTML.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The PDF with all its faults. */
    byte[] draw(Document document, String xhtml, LocalDate date, Collection<String> unbroken) {
        return draw(document, xhtml, date, unbroken, List.of());
    }

    private byte[] draw(
            Document document, String xhtml, LocalDate date, Collection<String> unbroken, List<AttachedFile> attached) {
        // The class path holds more than one maker of XML, and looking for one reads every jar: the platform's own is
        // the
        // one to take.
        Thread thread = Thread.currentThread();
        ClassLoader classes = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            List<TrueTypeFont> faces = fonts.take();
            byte[] pdf = draw(document, xhtml, date, unbroken, attached, faces);
            fonts.giveBack(faces);
            return pdf;
        } catch (IOException e) {
            throw new UncheckedIOException("The PDF could not be made.", e);
        } finally {
            thread.setContextClassLoader(classes);
        }
    }

    private byte[] draw(
            Document document,
            String xhtml,
            LocalDate date,
            Collection<String> unbroken,
            List<AttachedFile> attached,
            List<TrueTypeFont> faces)
            throws IOException {
        try (PDDocument pdf = attached.isEmpty()
                ? new PDDocument()
                : new PDDocument(MemoryUsageSetting.setupMixed(IN_MEMORY).streamCache)) {
            PdfRendererBuilder builder = new PdfRendererBuilder()
                    .useFastMode()
                    .usePDDocument(pdf)
                    .usePdfUaAccessibility(true)
                    .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_A)
                    .useColorProfile(colours)
                    .withProducer("EHC pathway")
                    .useTransformerFactoryImplementationClass(
                            "com.sun.org.apache.xalan.internal.xsltc.trax.TransformerFactoryImpl")
                    .useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null)
                    .useUnicodeLineBreaker(new UnbrokenLines(unbroken))
                    .useCacheStore(PdfRendererBuilder.CacheStore.PDF_FONT_METRICS, measures)
                    .withW3cDocument(document, null);
            for (int i = 0; i < faces.size(); i++) {
                LetterFonts.Face face = fonts.faces().get(i);
                builder.useFont(new Embedded(pdf, faces.get(i)), face.family(), face.weight(), FontStyle.NORMAL, true);
            }
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
                Attaching.attach(pdf, attached);
                fixIdentity(
                        pdf,
                        identity(xhtml, attached),
                        date.atTime(LocalTime.NOON).atZone(LONDON));
                ByteArrayOutputStream out = new ByteArrayOutputStream(expectedBytes(attached));
                pdf.save(out, LONG_STREAMS);
                return out.toByteArray();
            }
        }
    }

    /** A parsed face that goes into the document, with the glyphs it needs, once something is written in it. */
    private static final class Embedded extends PDFontSupplier {

        private final PDDocument pdf;
        private final TrueTypeFont face;

        Embedded(PDDocument pdf, TrueTypeFont face) {
            super(null);
            this.pdf = pdf;
            this.face = face;
        }

        @Override
        public PDFont supply() {
            try {
                return PDType0Font.load(pdf, face, true);
            } catch (IOException e) {
                throw new UncheckedIOException("A font of the letters cannot be read.", e);
            }
        }
    }

    /** The time of making would make every copy another file: dates and identity come from the letter instead. */
    private static void fixIdentity(PDDocument pdf, String identity, ZonedDateTime made) throws IOException {
        GregorianCalendar calendar = GregorianCalendar.from(made);
        pdf.getDocumentInformation().setCreationDate(calendar);
        pdf.getDocumentInformation().setModificationDate(calendar);
        PDMetadata metadata = pdf.getDocumentCatalog().getMetadata();
        String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        String stamp = made.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        for (String property : List.of("CreateDate", "ModifyDate", "MetadataDate")) {
            xmp = xmp.replaceAll(
                    "<xmp:" + property + ">[^<]*</xmp:" + property + ">",
                    "<xmp:" + property + ">" + stamp + "</xmp:" + property + ">");
        }
        metadata.importXMPMetadata(xmp.getBytes(StandardCharsets.UTF_8));
        pdf.setDocumentId(Long.parseUnsignedLong(
                Sha256.of(identity.getBytes(StandardCharsets.UTF_8)).substring(0, 16), 16));
    }

    /** To grow by doubling would take three times the memory of a plan with its reports. */
    private static int expectedBytes(List<AttachedFile> attached) {
        long files = attached.stream().mapToLong(AttachedFile::size).sum();
        return Math.toIntExact(files == 0 ? EXPECTED_BYTES : files + EXPECTED_BYTES_WITH_FILES);
    }

    private static String identity(String xhtml, List<AttachedFile> attached) {
        StringBuilder all = new StringBuilder(xhtml);
        attached.forEach(file -> all.append('\n').append(file.name()).append(file.sha256()));
        return all.toString();
    }

    /**
     * A bundle of papers for printing, still empty.
     *
     * @param whose stands on every page that somebody else made, such as a name and a reference
     */
    public PaperBundle bundle(String title, String whose) {
        return new PaperBundle(fonts, title, whose);
    }

    /** The number of pages of a PDF that was made here. */
    public static int pages(byte[] pdf) {
        return PdfBundle.pages(pdf);
    }
}
