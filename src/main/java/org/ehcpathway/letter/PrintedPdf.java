package org.ehcpathway.letter;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * A finished PDF, read once for all checks: what lies where on the paper, what a screen reader speaks, and how tables are tagged.
 *
 * @param marks every visible glyph, line, area and picture, in the order of drawing
 * @param spoken the text along the tags
 * @param untagged text that a screen reader never reaches
 * @param artifacts text that needs no tag: page numbers and the like
 * @param sealed whether it is encrypted or has form fields
 */
record PrintedPdf(
        String language,
        String title,
        List<Paper> papers,
        List<Mark> marks,
        TaggedText.Spoken spoken,
        String untagged,
        String artifacts,
        List<Table> tables,
        boolean sealed) {

    /** Stands in the text where a font had no glyph; what people write cannot contain it. */
    static final String NO_GLYPH = "\uFFFE";

    /** One page: width and height in mm. */
    record Paper(double width, double height, int rotation) {}

    /**
     * Something visible, with its edges in mm from the left and the top of the page.
     *
     * @param page counted from 1
     * @param text null for lines, areas and pictures
     * @param cutOff whether it lies where nothing is printed, so that nobody sees it
     */
    record Mark(int page, String text, double left, double top, double right, double bottom, boolean cutOff) {}

    /**
     * @param heads head cells with their scope, Column, Row or an empty text where it is missing
     * @param columnHeadsOutsideHead whether a row of column heads stands outside the table's head
     */
    record Table(List<String> heads, boolean columnHeadsOutsideHead) {}

    private static final double MM = 25.4 / 72;

    static PrintedPdf of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return of(document);
        } catch (IOException e) {
            throw new UncheckedIOException("The PDF could not be read again.", e);
        }
    }

    static PrintedPdf of(PDDocument pdf) throws IOException {
        List<Paper> papers = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        StringBuilder untagged = new StringBuilder();
        StringBuilder artifacts = new StringBuilder();
        Map<COSDictionary, Map<Integer, PageReader.Piece>> pieces = new HashMap<>();
        Map<PDFont, Map<Integer, Rectangle2D>> outlines = new IdentityHashMap<>();
        for (PDPage page : pdf.getPages()) {
            PageReader reader = PageReader.read(page, papers.size() + 1, outlines);
            papers.add(new Paper(
                    page.getCropBox().getWidth() * MM, page.getCropBox().getHeight() * MM, page.getRotation()));
            marks.addAll(reader.marks());
            untagged.append(reader.untagged());
            artifacts.append(reader.artifacts());
            pieces.put(page.getCOSObject(), reader.pieces());
        }
        PDStructureTreeRoot tags = pdf.getDocumentCatalog().getStructureTreeRoot();
        return new PrintedPdf(
                pdf.getDocumentCatalog().getLanguage(),
                pdf.getDocumentInformation().getTitle(),
                papers,
                marks,
                TaggedText.of(tags, pieces),
                untagged.toString(),
                artifacts.toString(),
                tags == null ? List.of() : tables(tags),
                pdf.isEncrypted() || pdf.getDocumentCatalog().getAcroForm() != null);
    }

    private static List<Table> tables(PDStructureNode node) {
        List<Table> found = new ArrayList<>();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getStructureType().equals("Table")) {
                    List<String> heads = new ArrayList<>();
                    boolean outside = collectHeads(element, false, heads);
                    found.add(new Table(heads, outside));
                }
                found.addAll(tables(element));
            }
        }
        return found;
    }

    private static boolean collectHeads(PDStructureNode node, boolean inHead, List<String> heads) {
        boolean outside = false;
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                String type = element.getStructureType();
                if (type.equals("TH")) {
                    String scope = scope(element);
                    heads.add(scope);
                    outside |= scope.equals("Column") && !inHead;
                } else if (!type.equals("Table")) {
                    outside |= collectHeads(element, inHead || type.equals("THead"), heads);
                }
            }
        }
        return outside;
    }

    private static String scope(PDStructureElement head) {
        for (int i = 0; i < head.getAttributes().size(); i++) {
            String scope =
                    head.getAttributes().getObject(i).getCOSObject().getNameAsString(COSName.getPDFName("Scope"));
            if (scope != null) {
                return scope;
            }
        }
        return "";
    }
}
