package org.ehcpathway.letter;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What can be wrong with a PDF that every validator of PDF/UA and PDF/A lets pass. Each is a mistake in a template. */
enum PdfFault {
    TEXT_VANISHED("A paragraph did not come out in the PDF."),
    WRONG_ORDER("The PDF is read aloud in another order than it was written."),
    NO_GLYPH("A character came out as a number sign, because no font has it."),
    CUT_OFF("Text or a picture lies where nothing is printed."),
    UNTAGGED("A screen reader does not reach some of the text."),
    WRONG_LANGUAGE("The PDF does not say that it is in British English."),
    NO_TITLE("The PDF has no title."),
    TABLE_WITHOUT_HEAD("A table has no head cells, or head cells that do not say what they head."),
    CAPTION("A table has a caption, which is not read with its table: put a heading or a bold line before it."),
    DEFINITION_LIST("A list of terms comes out as loose text: use a list or a table."),
    EMPHASIS_LOST("Emphasis is set in italics, which the fonts do not have: set it in bold.");

    private static final Set<String> BLOCKS = Set.of("p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "div");
    private static final Set<String> EMPHASIS = Set.of("em", "i", "cite", "dfn", "var");
    private static final String REPLACEMENT = "#";

    private final String sentence;

    PdfFault(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    /** The faults of a PDF made from this XHTML; empty when there are none. */
    static Set<PdfFault> of(Document xhtml, PrintedPdf pdf) {
        Set<PdfFault> faults = EnumSet.noneOf(PdfFault.class);
        Element body = (Element) xhtml.getElementsByTagName("body").item(0);
        String spoken = withoutSpaces(pdf.spoken().text());
        faults.addAll(ofText(blocks(body), spoken));
        if (pdf.marks().stream().anyMatch(PrintedPdf.Mark::cutOff)) {
            faults.add(CUT_OFF);
        }
        if (!pdf.untagged().isBlank()) {
            faults.add(UNTAGGED);
        }
        if (spoken.contains(PrintedPdf.NO_GLYPH)
                || count(spoken) > count(body.getTextContent())
                || count(pdf.artifacts()) > 0) {
            faults.add(NO_GLYPH);
        }
        if (!"en-GB".equals(pdf.language())) {
            faults.add(WRONG_LANGUAGE);
        }
        if (pdf.title() == null || pdf.title().isBlank()) {
            faults.add(NO_TITLE);
        }
        if (pdf.tables().stream().anyMatch(PdfFault::lacksHeads) || anyHeadWithoutScope(body)) {
            faults.add(TABLE_WITHOUT_HEAD);
        }
        if (body.getElementsByTagName("caption").getLength() > 0) {
            faults.add(CAPTION);
        }
        if (body.getElementsByTagName("dl").getLength() > 0) {
            faults.add(DEFINITION_LIST);
        }
        if (emphasised(body).stream().anyMatch(words -> !isBold(words, pdf.spoken()))) {
            faults.add(EMPHASIS_LOST);
        }
        return faults;
    }

    private static Set<PdfFault> ofText(List<String> blocks, String spoken) {
        Set<PdfFault> faults = EnumSet.noneOf(PdfFault.class);
        int from = 0;
        for (String block : blocks) {
            int at = spoken.indexOf(block, from);
            if (at >= 0) {
                from = at + block.length();
            } else {
                faults.add(spoken.contains(block) ? WRONG_ORDER : TEXT_VANISHED);
            }
        }
        return faults;
    }

    private static boolean lacksHeads(PrintedPdf.Table table) {
        return table.heads().isEmpty() || table.heads().contains("") || table.columnHeadsOutsideHead();
    }

    /** The PDF would say that it heads a column, whatever it heads. */
    private static boolean anyHeadWithoutScope(Element body) {
        NodeList heads = body.getElementsByTagName("th");
        for (int i = 0; i < heads.getLength(); i++) {
            if (!((Element) heads.item(i)).hasAttribute("scope")) {
                return true;
            }
        }
        return false;
    }

    private static long count(String text) {
        return text.chars().filter(c -> c == REPLACEMENT.charAt(0)).count();
    }

    private static List<String> emphasised(Element body) {
        List<String> found = new ArrayList<>();
        for (String name : EMPHASIS) {
            for (int i = 0; i < body.getElementsByTagName(name).getLength(); i++) {
                found.add(withoutSpaces(body.getElementsByTagName(name).item(i).getTextContent()));
            }
        }
        return found;
    }

    private static boolean isBold(String words, TaggedText.Spoken spoken) {
        StringBuilder bold = new StringBuilder();
        for (int i = 0; i < spoken.text().length(); i++) {
            char c = spoken.text().charAt(i);
            if (!isSpace(c)) {
                // What is not bold parts the bold words from each other.
                bold.append(spoken.weights().charAt(i) == 'b' ? c : '\n');
            }
        }
        return bold.indexOf(words) >= 0;
    }

    private static List<String> blocks(Element body) {
        List<String> texts = new ArrayList<>();
        collectBlocks(body, texts);
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
        String text = withoutSpaces(own.toString());
        if (!text.isEmpty()) {
            texts.add(text);
        }
        own.setLength(0);
    }

    /** Where a line ends, its space is gone. */
    private static String withoutSpaces(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!isSpace(text.charAt(i))) {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00A0';
    }
}
