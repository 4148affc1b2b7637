package org.ehcpathway.letter;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.multipdf.LayerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.util.Matrix;

/**
 * Papers of many makers as one PDF for printing: A4, each page with what it belongs to in a line above it and its place in the
 * bundle below it, nothing hidden. Made for paper: without tags, so neither PDF/UA nor PDF/A.
 *
 * <p>Papers are added one after the other; what they hold waits on disk, not in memory, until the bundle is written. One bundle is
 * for one thread, and has to be closed.
 */
public final class PaperBundle implements AutoCloseable {

    /** Points, 72 to the inch. */
    private static final float MM = 72 / 25.4f;

    private static final float SIDE = 5 * MM;
    private static final float ABOVE = 14 * MM;
    private static final float BELOW = 11 * MM;
    private static final float LETTERS = 9;

    /** Beyond this the pages of the bundle go to a temporary file, as uploads do. */
    private static final long IN_MEMORY = 32L * 1024 * 1024;

    private final PDDocument bundle = new PDDocument(MemoryUsageSetting.setupMixed(IN_MEMORY).streamCache);
    private final LetterFonts fonts;
    private final List<TrueTypeFont> faces;
    private final PDType0Font[] letters = new PDType0Font[2];
    private final List<Part> parts = new ArrayList<>();
    private final String whose;

    /**
     * @param mark in the line above each page; null where the pages say themselves what they belong to
     * @param outline as the bundle's list of contents names it
     */
    private record Part(String mark, String outline, List<PDPage> pages) {}

    PaperBundle(LetterFonts fonts, String title, String whose) {
        this.fonts = fonts;
        this.faces = fonts.take();
        this.whose = whose;
        bundle.getDocumentInformation().setTitle(title);
        bundle.getDocumentInformation().setProducer("EHC pathway");
        bundle.getDocumentCatalog().setLanguage("en-GB");
    }

    /**
     * Adds a PDF that somebody else made. Its pages are made smaller where they are larger than the paper leaves room for, and
     * turned the way they are read; comments and filled-in forms are printed as they stand.
     *
     * @param mark such as "K2"; each page then says "K2, page 3 of 7"
     * @return the number of pages
     * @throws IOException when it cannot be read; nothing of it was added then
     */
    public int addForeign(String mark, String outline, byte[] pdf) throws IOException {
        try (PDDocument source = Loader.loadPDF(pdf)) {
            PrintedForms.intoPages(source);
            LayerUtility copier = new LayerUtility(bundle);
            List<PDPage> pages = new ArrayList<>();
            for (PDPage page : source.getPages()) {
                pages.add(fitted(copier, source, page));
            }
            return add(new Part(mark, outline, pages));
        } catch (RuntimeException unreadable) {
            // What PDFBox throws at a damaged page is not only an IOException.
            throw new IOException(unreadable);
        }
    }

    /** Adds a PDF that was made here, with margins that have room for the bundle's line. */
    public int addOwn(String outline, byte[] pdf) {
        try (PDDocument source = Loader.loadPDF(pdf)) {
            return add(new Part(null, outline, asTheyAre(source)));
        } catch (IOException e) {
            throw new UncheckedIOException("A page that was made here cannot be read again.", e);
        }
    }

    /** Adds a picture on a page of its own. */
    public int addPicture(String mark, String outline, byte[] content) throws IOException {
        PDImageXObject picture;
        try {
            picture = PDImageXObject.createFromByteArray(bundle, content, null);
        } catch (RuntimeException unreadable) {
            throw new IOException(unreadable);
        }
        boolean wide = picture.getWidth() > picture.getHeight();
        PDPage page = new PDPage(paper(wide));
        float room = page.getMediaBox().getWidth() - 2 * SIDE;
        float height = page.getMediaBox().getHeight() - ABOVE - BELOW;
        float scale = Math.min(room / picture.getWidth(), height / picture.getHeight());
        try (PDPageContentStream drawing = new PDPageContentStream(bundle, page)) {
            drawing.drawImage(
                    picture,
                    SIDE + (room - scale * picture.getWidth()) / 2,
                    BELOW + (height - scale * picture.getHeight()) / 2,
                    scale * picture.getWidth(),
                    scale * picture.getHeight());
        }
        return add(new Part(mark, outline, List.of(page)));
    }

    private int add(Part part) {
        part.pages().forEach(bundle::addPage);
        parts.add(part);
        return part.pages().size();
    }

    /** Writes the bundle with these pages, which were made here, in front. */
    public void write(byte[] front, OutputStream out) throws IOException {
        try (PDDocument source = Loader.loadPDF(front)) {
            Part first = new Part(null, "Contents", asTheyAre(source));
            for (int i = first.pages().size() - 1; i >= 0; i--) {
                if (bundle.getNumberOfPages() == 0) {
                    bundle.addPage(first.pages().get(i));
                } else {
                    bundle.getPages().insertBefore(first.pages().get(i), bundle.getPage(0));
                }
            }
            parts.add(0, first);
        }
        int page = 0;
        for (Part part : parts) {
            for (int i = 0; i < part.pages().size(); i++) {
                stamp(part, i, ++page);
            }
        }
        outline();
        // Otherwise the file would have another identity each time it is written.
        bundle.setDocumentId((long) whose.hashCode() * 31 + page);
        bundle.save(out);
    }

    private List<PDPage> asTheyAre(PDDocument source) throws IOException {
        LayerUtility copier = new LayerUtility(bundle);
        List<PDPage> pages = new ArrayList<>();
        for (PDPage page : source.getPages()) {
            PDPage copy = new PDPage(page.getCropBox());
            PDFormXObject content = form(copier, source, page);
            try (PDPageContentStream drawing = new PDPageContentStream(bundle, copy)) {
                drawing.drawForm(content);
            }
            pages.add(copy);
        }
        return pages;
    }

    private PDPage fitted(LayerUtility copier, PDDocument source, PDPage page) throws IOException {
        int turned = page.getRotation();
        PDRectangle seen = page.getCropBox();
        if (seen.getWidth() < 1 || seen.getHeight() < 1) {
            throw new IOException("A page has no size.");
        }
        PDFormXObject content = form(copier, source, page);
        boolean sideways = turned % 180 != 0;
        float width = sideways ? seen.getHeight() : seen.getWidth();
        float height = sideways ? seen.getWidth() : seen.getHeight();
        PDPage fitted = new PDPage(paper(width > height));
        float room = fitted.getMediaBox().getWidth() - 2 * SIDE;
        float tall = fitted.getMediaBox().getHeight() - ABOVE - BELOW;
        float scale = Math.min(1, Math.min(room / width, tall / height));
        AffineTransform place = AffineTransform.getTranslateInstance(
                SIDE + (room - scale * width) / 2, BELOW + (tall - scale * height) / 2);
        place.scale(scale, scale);
        place.concatenate(upright(turned, seen));
        place.translate(-seen.getLowerLeftX(), -seen.getLowerLeftY());
        try (PDPageContentStream drawing = new PDPageContentStream(bundle, fitted)) {
            drawing.transform(new Matrix(place));
            drawing.drawForm(content);
        }
        return fitted;
    }

    /** Turns a page clockwise, as its maker asks readers to do. */
    private static AffineTransform upright(int turned, PDRectangle seen) {
        float width = seen.getWidth();
        float height = seen.getHeight();
        return switch (Math.floorMod(turned, 360)) {
            case 90 -> new AffineTransform(0, -1, 1, 0, 0, width);
            case 180 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 270 -> new AffineTransform(0, 1, -1, 0, height, 0);
            default -> new AffineTransform();
        };
    }

    private static PDFormXObject form(LayerUtility copier, PDDocument source, PDPage page) throws IOException {
        PDRectangle seen = page.getCropBox();
        // The copier would squeeze a page that is turned into the shape it has before.
        page.setRotation(0);
        PDFormXObject content = copier.importPageAsForm(source, page);
        content.setBBox(seen);
        content.setMatrix(new AffineTransform());
        return content;
    }

    private static PDRectangle paper(boolean wide) {
        PDRectangle a4 = PDRectangle.A4;
        return wide ? new PDRectangle(a4.getHeight(), a4.getWidth()) : a4;
    }

    private void stamp(Part part, int index, int number) throws IOException {
        PDPage page = part.pages().get(index);
        float width = page.getMediaBox().getWidth();
        try (PDPageContentStream line = new PDPageContentStream(bundle, page, AppendMode.APPEND, true, true)) {
            String place = String.format(Locale.UK, "Bundle page %d of %d", number, bundle.getNumberOfPages());
            write(line, place, (width - width(place)) / 2, 4.5f * MM);
            if (part.mark() != null) {
                String mark = "%s, page %d of %d"
                        .formatted(part.mark(), index + 1, part.pages().size());
                float above = page.getMediaBox().getHeight() - 8.5f * MM;
                write(line, mark, 2 * SIDE, above);
                float left = Math.max(2 * SIDE + width(mark) + SIDE, width - 2 * SIDE - width(whose));
                write(line, whose, left, above);
            }
        }
    }

    private void write(PDPageContentStream line, String text, float left, float up) throws IOException {
        line.beginText();
        line.setFont(letters(text), LETTERS);
        line.newLineAtOffset(left, up);
        line.showText(text);
        line.endText();
    }

    private float width(String text) throws IOException {
        return letters(text).getStringWidth(text) / 1000 * LETTERS;
    }

    /** The first face, or the other when the first lacks a letter of a name. */
    private PDType0Font letters(String text) throws IOException {
        boolean first = text.codePoints().allMatch(c -> fonts.isInFirst(c));
        int i = first ? 0 : 1;
        if (letters[i] == null) {
            letters[i] = PDType0Font.load(bundle, faces.get(2 * i), true);
        }
        return letters[i];
    }

    private void outline() {
        PDDocumentOutline outline = new PDDocumentOutline();
        for (Part part : parts) {
            PDOutlineItem item = new PDOutlineItem();
            item.setTitle(part.outline());
            item.setDestination(part.pages().get(0));
            outline.addLast(item);
        }
        bundle.getDocumentCatalog().setDocumentOutline(outline);
    }

    @Override
    public void close() {
        fonts.giveBack(faces);
        try {
            bundle.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary file of a bundle cannot be removed.", e);
        }
    }
}
