package org.ehcpathway.letter;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
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
    private static final String TRANSFORMER = "javax.xml.transform.TransformerFactory";
    private static final String TRANSFORMER_OF_THE_JDK =
            "com.sun.org.apache.xalan.internal.xsltc.trax.TransformerFactoryImpl";
    private static final Set<String> BLOCKS = Set.of("p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "div");

    static {
        // Its messages quote the text of letters. What they warn of is checked below.
        XRLog.setLoggingEnabled(false);
        // The metadata of every single PDF asks for it anew, and to search all jars takes a fifth of the making of a
        // letter.
        if (System.getProperty(TRANSFORMER) == null) {
            System.setProperty(TRANSFORMER, TRANSFORMER_OF_THE_JDK);
        }
    }

    private final LetterFonts fonts = new LetterFonts();
    private final Characters characters = new Characters(fonts);
    private final byte[] colours = ClassPathFiles.bytes("color/sRGB.icc");

    /**
     * @param xhtml well-formed XHTML without entities of HTML
     * @param date the day the PDF names as the day it was made: the letter's own date
     * @param unbroken names that no line may tear apart
     * @throws Refusal when a character has no glyph in any font
     */
    public byte[] render(String xhtml, LocalDate date, Collection<String> unbroken) {
        characters.check(xhtml);
        Document document = parse(xhtml);
        byte[] pdf = draw(document, xhtml, date, unbroken);
        checkTextIsThere(document, pdf);
        return pdf;
    }

    /** Refuses a text with a character that cannot be printed; the sentence names the character and what to do. */
    public void checkCharacters(String text) {
        characters.check(Characters.printable(text));
    }

    private static Document parse(String xhtml) {
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

    private byte[] draw(Document document, String xhtml, LocalDate date, Collection<String> unbroken) {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .useFastMode()
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_A)
                .useColorProfile(colours)
                .withProducer("EHC pathway")
                .useTransformerFactoryImplementationClass(TRANSFORMER_OF_THE_JDK)
                .useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null)
                .useUnicodeLineBreaker(new UnbrokenLines(unbroken))
                .withW3cDocument(document, null);
        for (LetterFonts.Face face : fonts.faces()) {
            builder.useFont(face::open, face.family(), face.weight(), FontStyle.NORMAL, true);
        }
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument pdf = renderer.getPdfDocument();
            fixIdentity(pdf, xhtml, date.atTime(LocalTime.NOON).atZone(LONDON));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The PDF could not be made.", e);
        }
    }

    /** The time of making would make every copy another file: dates and identity come from the letter instead. */
    private static void fixIdentity(PDDocument pdf, String xhtml, ZonedDateTime made) throws IOException {
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
                Sha256.of(xhtml.getBytes(StandardCharsets.UTF_8)).substring(0, 16), 16));
    }

    /**
     * A family name that is not registered, or text outside the page, makes text vanish while every validator passes. So every
     * block of the XHTML must be found, in order, along the tags of the finished file.
     */
    private static void checkTextIsThere(Document document, byte[] bytes) {
        String printed;
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            printed = withoutSpaces(TaggedText.of(pdf));
        } catch (IOException e) {
            throw new UncheckedIOException("The PDF could not be read again.", e);
        }
        int from = 0;
        for (String block : blocks(document.getDocumentElement())) {
            int at = printed.indexOf(withoutSpaces(block), from);
            if (at < 0) {
                throw new IllegalStateException("A paragraph of the letter did not come out in the PDF.");
            }
            from = at + withoutSpaces(block).length();
        }
    }

    private static List<String> blocks(Element root) {
        List<String> texts = new ArrayList<>();
        collectBlocks((Element) root.getElementsByTagName("body").item(0), texts);
        return texts;
    }

    private static void collectBlocks(Element element, List<String> texts) {
        StringBuilder own = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner && holdsBlocks(inner)) {
                addBlock(own, texts);
                collectBlocks(inner, texts);
            } else {
                own.append(child.getTextContent());
            }
        }
        addBlock(own, texts);
    }

    private static boolean holdsBlocks(Element element) {
        if (BLOCKS.contains(element.getTagName())) {
            return true;
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner && holdsBlocks(inner)) {
                return true;
            }
        }
        return false;
    }

    private static void addBlock(StringBuilder own, List<String> texts) {
        if (!own.toString().isBlank()) {
            texts.add(own.toString());
        }
        own.setLength(0);
    }

    private static String withoutSpaces(String text) {
        return text.replaceAll("[\\s\\u00A0]+", "");
    }
}
