package org.ehcpathway.letter;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.ehcpathway.letter.PrintedPdf.Mark;

/** Reads one page once: every visible mark with its edges, and the text of every piece of tagged content. */
final class PageReader extends PDFGraphicsStreamEngine {

    /** Text in the order of drawing; for each character in {@code weights} whether it is bold, b, or not, r. */
    record Piece(StringBuilder text, StringBuilder weights) {
        Piece() {
            this(new StringBuilder(), new StringBuilder());
        }
    }

    private static final int ARTIFACT = -2;
    private static final int UNTAGGED = -1;
    private static final double MM = 25.4 / 72;
    private static final int WHITE = 0xFFFFFF;

    private final int number;
    private final PDRectangle paper;
    private final Map<Integer, Piece> pieces = new HashMap<>();
    private final List<Mark> marks = new ArrayList<>();
    private final StringBuilder untagged = new StringBuilder();
    private final StringBuilder artifacts = new StringBuilder();
    private final Map<PDFont, Map<Integer, Rectangle2D>> outlines;
    private final Deque<Integer> contents = new ArrayDeque<>();
    private final Deque<Rectangle2D> clips = new ArrayDeque<>();
    private Rectangle2D clip;
    private Rectangle2D path;
    private Point2D point = new Point2D.Float();

    private PageReader(PDPage page, int number, Map<PDFont, Map<Integer, Rectangle2D>> outlines) {
        super(page);
        this.outlines = outlines;
        this.number = number;
        paper = page.getCropBox();
        clip = new Rectangle2D.Double(
                paper.getLowerLeftX(), paper.getLowerLeftY(), paper.getWidth(), paper.getHeight());
    }

    /**
     * @param number of the page, the first being 1
     * @param outlines of glyphs met on earlier pages of the same PDF; this page adds its own
     */
    static PageReader read(PDPage page, int number, Map<PDFont, Map<Integer, Rectangle2D>> outlines)
            throws IOException {
        PageReader reader = new PageReader(page, number, outlines);
        reader.processPage(page);
        return reader;
    }

    /** By marked-content id. */
    Map<Integer, Piece> pieces() {
        return pieces;
    }

    List<Mark> marks() {
        return marks;
    }

    /** Text that a screen reader never reaches, because it has neither a tag nor the sign that it needs none. */
    String untagged() {
        return untagged.toString();
    }

    /** Page numbers and the like. */
    String artifacts() {
        return artifacts.toString();
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
        int id = properties == null ? UNTAGGED : properties.getInt(COSName.MCID, UNTAGGED);
        if (COSName.ARTIFACT.equals(tag)) {
            contents.push(ARTIFACT);
        } else {
            contents.push(id == UNTAGGED && !contents.isEmpty() ? contents.peek() : id);
        }
    }

    @Override
    public void endMarkedContentSequence() {
        contents.poll();
    }

    @Override
    protected void showFontGlyph(Matrix rendering, PDFont font, int code, Vector displacement) throws IOException {
        String text = font.toUnicode(code);
        String read = text == null || code == 0 ? PrintedPdf.NO_GLYPH : text;
        int content = contents.isEmpty() ? UNTAGGED : contents.peek();
        if (content == ARTIFACT) {
            artifacts.append(read);
        } else if (content == UNTAGGED) {
            untagged.append(read);
        } else {
            Piece piece = pieces.computeIfAbsent(content, id -> new Piece());
            piece.text.append(read);
            piece.weights.append((isBold(font) ? "b" : "r").repeat(read.length()));
        }
        Rectangle2D outline = outline(font, code);
        if (!outline.isEmpty()) {
            Matrix toPage = Matrix.concatenate(rendering, font.getFontMatrix());
            mark(read, bounds(toPage, outline), isVisible(getGraphicsState().getNonStrokingColor()));
        }
    }

    private static boolean isBold(PDFont font) {
        return font.getName() != null && font.getName().contains("Bold");
    }

    private Rectangle2D outline(PDFont font, int code) throws IOException {
        Map<Integer, Rectangle2D> known = outlines.computeIfAbsent(font, f -> new HashMap<>());
        Rectangle2D outline = known.get(code);
        if (outline == null) {
            outline = font instanceof PDVectorFont vector
                    ? vector.getNormalizedPath(code).getBounds2D()
                    : new Rectangle2D.Float(0, -200, font.getWidth(code), 1000);
            known.put(code, outline);
        }
        return outline;
    }

    private static Rectangle2D bounds(Matrix matrix, Rectangle2D box) {
        Rectangle2D bounds = null;
        for (double x : new double[] {box.getMinX(), box.getMaxX()}) {
            for (double y : new double[] {box.getMinY(), box.getMaxY()}) {
                bounds = including(bounds, matrix.transformPoint((float) x, (float) y));
            }
        }
        return bounds;
    }

    private static Rectangle2D including(Rectangle2D box, Point2D point) {
        if (box == null) {
            return new Rectangle2D.Double(point.getX(), point.getY(), 0, 0);
        }
        box.add(point);
        return box;
    }

    private static boolean isVisible(PDColor colour) throws IOException {
        return colour.getColorSpace() == null || (colour.toRGB() & WHITE) != WHITE;
    }

    private void mark(String text, Rectangle2D box, boolean visible) {
        if (visible) {
            marks.add(new Mark(
                    number,
                    text,
                    (box.getMinX() - paper.getLowerLeftX()) * MM,
                    (paper.getUpperRightY() - box.getMaxY()) * MM,
                    (box.getMaxX() - paper.getLowerLeftX()) * MM,
                    (paper.getUpperRightY() - box.getMinY()) * MM,
                    !clip.contains(box.getCenterX(), box.getCenterY())));
        }
    }

    /** Lines and areas are cut off on purpose; text and pictures are not. */
    private void markPath(double widen, PDColor colour) throws IOException {
        if (path != null) {
            Rectangle2D wide = new Rectangle2D.Double(
                    path.getX() - widen,
                    path.getY() - widen,
                    path.getWidth() + 2 * widen,
                    path.getHeight() + 2 * widen);
            Rectangle2D seen = wide.createIntersection(clip);
            if (seen.getWidth() > 0 && seen.getHeight() > 0) {
                mark(null, seen, isVisible(colour));
            }
        }
        path = null;
    }

    @Override
    public void saveGraphicsState() {
        super.saveGraphicsState();
        clips.push(clip);
    }

    @Override
    public void restoreGraphicsState() {
        super.restoreGraphicsState();
        clip = clips.isEmpty() ? clip : clips.pop();
    }

    @Override
    public void clip(int windingRule) {
        if (path != null) {
            clip = clip.createIntersection(path);
        }
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        for (Point2D corner : List.of(p0, p1, p2, p3)) {
            path = including(path, corner);
        }
        point = p0;
    }

    @Override
    public void moveTo(float x, float y) {
        lineTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        point = new Point2D.Float(x, y);
        path = including(path, point);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        path = including(path, new Point2D.Float(x1, y1));
        path = including(path, new Point2D.Float(x2, y2));
        lineTo(x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return point;
    }

    @Override
    public void closePath() {
        // The box around a path is the same, closed or open.
    }

    @Override
    public void endPath() {
        path = null;
    }

    @Override
    public void strokePath() throws IOException {
        double width = getGraphicsState().getLineWidth()
                * getGraphicsState().getCurrentTransformationMatrix().getScalingFactorX();
        markPath(width / 2, getGraphicsState().getStrokingColor());
    }

    @Override
    public void fillPath(int windingRule) throws IOException {
        markPath(0, getGraphicsState().getNonStrokingColor());
    }

    @Override
    public void fillAndStrokePath(int windingRule) throws IOException {
        strokePath();
    }

    @Override
    public void shadingFill(COSName shadingName) {
        mark(null, clip, true);
    }

    @Override
    public void drawImage(PDImage image) {
        Rectangle2D box =
                bounds(getGraphicsState().getCurrentTransformationMatrix(), new Rectangle2D.Float(0, 0, 1, 1));
        mark(null, box, true);
    }
}
