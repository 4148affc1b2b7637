package org.ehcpathway.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** What people write about the child of the walk. She is invented, as everybody in the demo council is. */
final class Marnie {

    static final String NAME = "Marnie Fellowes";

    private Marnie() {}

    /** The words of the draft, by section. */
    static Map<String, String> plan() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(
                "A",
                "Marnie says: “I like drawing foxes. I want to read the big books on my own.” Her mother hopes that she will"
                        + " look forward to school again.");
        words.put(
                "B",
                "1. Marnie reads as most children do two years before her age. She cannot yet blend sounds reliably.\n"
                        + "2. She finds it hard to follow talk in a group and to join in at break.");
        words.put("C", "Marnie has a mild hearing loss in her left ear.");
        words.put("D", "No social care needs were found.");
        words.put(
                "E",
                "By July 2027 Marnie reads a short book of her choice aloud to an adult.\n"
                        + "By July 2027 she plays with two other children at break, four days in five.");
        words.put(
                "F",
                "1. A specialist teacher teaches Marnie to read, one to one, 45 minutes, four times a week, for 39 weeks.\n"
                        + "2. A teaching assistant trained in language leads a group of four, 30 minutes, three times a week.");
        words.put("G", "An audiologist sees Marnie once every six months.");
        words.put("H1", "None.");
        words.put("H2", "None.");
        return words;
    }

    /** A report that an adviser wrote, as PDF. */
    static byte[] report(String title) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream words = new PDPageContentStream(document, page)) {
                words.beginText();
                words.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 14);
                words.newLineAtOffset(70, 700);
                words.showText(title + " on " + NAME);
                words.endText();
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
