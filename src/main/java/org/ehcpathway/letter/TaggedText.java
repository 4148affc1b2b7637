package org.ehcpathway.letter;

import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/**
 * The text of a PDF in the order in which a screen reader speaks it: along the tags, not in the order of drawing. Blocks
 * are parted by a line end.
 */
final class TaggedText {

    /**
     * @param weights for each character of the text whether it is bold, b, or not, r; line ends between blocks are not
     */
    record Spoken(String text, String weights) {}

    /** Parts of a sentence: bold words and links. */
    private static final Set<String> INLINE = Set.of("Span", "Link");

    private final Map<COSDictionary, Map<Integer, PageReader.Piece>> pages;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder weights = new StringBuilder();

    private TaggedText(Map<COSDictionary, Map<Integer, PageReader.Piece>> pages) {
        this.pages = pages;
    }

    /** @param tags null for a PDF without tags, of which nothing is spoken */
    static Spoken of(PDStructureTreeRoot tags, Map<COSDictionary, Map<Integer, PageReader.Piece>> pages) {
        TaggedText tagged = new TaggedText(pages);
        if (tags != null) {
            tagged.walk(tags, null);
        }
        return new Spoken(tagged.text.toString(), tagged.weights.toString());
    }

    private void walk(PDStructureNode node, PDPage pageAbove) {
        PDPage page =
                node instanceof PDStructureElement element && element.getPage() != null ? element.getPage() : pageAbove;
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                walk(element, page);
                if (!INLINE.contains(element.getStructureType())) {
                    text.append('\n');
                    weights.append('r');
                }
            } else if (kid instanceof PDMarkedContentReference reference) {
                append(reference.getPage() == null ? page : reference.getPage(), reference.getMCID());
            } else if (kid instanceof Integer id) {
                append(page, id);
            }
        }
    }

    private void append(PDPage page, int id) {
        PageReader.Piece piece = page == null
                ? null
                : pages.getOrDefault(page.getCOSObject(), Map.of()).get(id);
        if (piece != null) {
            text.append(piece.text());
            weights.append(piece.weights());
        }
    }
}
