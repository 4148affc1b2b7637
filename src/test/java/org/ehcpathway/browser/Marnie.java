package org.ehcpathway.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
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

    /**
     * An item of the draft.
     *
     * @param ties labels of the needs and outcomes it is for
     * @param answers by the words of the question
     */
    record Item(String section, List<String> ties, Map<String, String> answers) {}

    /** The words of sections that have no items, or where nothing was found. */
    static Map<String, String> words() {
        return Map.of(
                "A",
                "Marnie says: “I like drawing foxes. I want to read the big books on my own.” Her mother hopes that she will"
                        + " look forward to school again.",
                "D",
                "No social care needs were found.",
                "H1",
                "None.",
                "H2",
                "None.");
    }

    /** The items of the draft, in the order in which they are written. */
    static List<Item> items() {
        return List.of(
                need(
                        "B",
                        "Marnie reads as most children do two years before her age. She cannot yet blend sounds reliably."),
                need("B", "She finds it hard to follow talk in a group and to join in at break."),
                need("C", "Marnie has a mild hearing loss in her left ear."),
                outcome(
                        "B1",
                        "Marnie reads a short book of her choice aloud to an adult.",
                        "Her teacher hears her read it."),
                outcome(
                        "B2",
                        "She plays with two other children at break, four days in five.",
                        "The assistant at break counts it in the last week of each term."),
                provision(
                        "F",
                        List.of("B1", "E1"),
                        "A specialist teacher teaches Marnie to read, one to one.",
                        "45 minutes, four times a week",
                        "A specialist teacher",
                        "A diploma in teaching learners with dyslexia"),
                provision(
                        "F",
                        List.of("B2", "E2"),
                        "An assistant leads a group of four children who talk and play.",
                        "30 minutes, three times a week",
                        "A teaching assistant",
                        "Trained in language by a speech and language therapist for 6 hours"),
                provision(
                        "G",
                        List.of("C1", "E2"),
                        "An audiologist tests her hearing.",
                        "One visit of 40 minutes every six months",
                        "An audiologist of the hospital",
                        "Registered with the HCPC"));
    }

    private static Item need(String section, String words) {
        return new Item(section, List.of(), Map.of("The need", words));
    }

    private static Item outcome(String tie, String words, String measure) {
        return new Item(
                "E",
                List.of(tie),
                Map.of(
                        "The outcome: what will be achieved",
                        words,
                        "By when",
                        "By July 2027",
                        "How everybody will see that it is reached",
                        measure));
    }

    private static Item provision(
            String section, List<String> ties, String words, String amount, String byWhom, String training) {
        return new Item(
                section,
                ties,
                Map.of(
                        "What is provided",
                        words,
                        "How much and how often",
                        amount,
                        "For how long",
                        "39 weeks",
                        "By whom",
                        byWhom,
                        "With what training or qualification",
                        training,
                        "How it is monitored, when and by whom",
                        "The coordinator looks at it with Marnie once a term."));
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
