package org.ehcpathway.letter;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/**
 * The text of a PDF in the order in which a screen reader speaks it: along the tags, not in the order of drawing. Blocks
 * are parted by a line end.
 */
final class TaggedText {

    /** Parts of a sentence: bold words and links. */
    private static final Set<String> INLINE = Set.of("Span", "Link");

    private final Map<COSDictionary, Map<Integer, String>> pages = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    private TaggedText(PDDocument pdf) throws IOException {
        for (PDPage page : pdf.getPages()) {
            PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
            extractor.processPage(page);
            Map<Integer, String> byId = new HashMap<>();
            extractor.getMarkedContents().forEach(content -> collect(content, byId));
            pages.put(page.getCOSObject(), byId);
        }
    }

    static String of(PDDocument pdf) throws IOException {
        if (pdf.getDocumentCatalog().getStructureTreeRoot() == null) {
            return "";
        }
        TaggedText tagged = new TaggedText(pdf);
        tagged.walk(pdf.getDocumentCatalog().getStructureTreeRoot(), null);
        return tagged.text.toString();
    }

    private static void collect(PDMarkedContent content, Map<Integer, String> byId) {
        StringBuilder own = new StringBuilder();
        for (Object part : content.getContents()) {
            if (part instanceof TextPosition position) {
                own.append(position.getUnicode());
            } else if (part instanceof PDMarkedContent inner) {
                collect(inner, byId);
            }
        }
        if (content.getMCID() >= 0) {
            byId.merge(content.getMCID(), own.toString(), String::concat);
        }
    }

    private void walk(PDStructureNode node, PDPage pageAbove) {
        PDPage page =
                node instanceof PDStructureElement element && element.getPage() != null ? element.getPage() : pageAbove;
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                walk(element, page);
                if (!INLINE.contains(element.getStructureType())) {
                    text.append('\n');
                }
            } else if (kid instanceof PDMarkedContentReference reference) {
                append(reference.getPage() == null ? page : reference.getPage(), reference.getMCID());
            } else if (kid instanceof Integer id) {
                append(page, id);
            }
        }
    }

    private void append(PDPage page, int id) {
        if (page != null) {
            text.append(pages.getOrDefault(page.getCOSObject(), Map.of()).getOrDefault(id, ""));
        }
    }
}
