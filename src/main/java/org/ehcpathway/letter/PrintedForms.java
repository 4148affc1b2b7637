package org.ehcpathway.letter;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationPopup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.util.Matrix;

/**
 * Draws what lies on the pages of a PDF without being part of them, such as the answers of a filled-in form and comments, into the
 * pages: copied pages lose everything else.
 */
final class PrintedForms {

    private PrintedForms() {}

    /** @throws IOException when a form keeps its answers where only one maker's reader shows them */
    static void intoPages(PDDocument pdf) throws IOException {
        PDAcroForm form = pdf.getDocumentCatalog().getAcroForm();
        if (form != null) {
            if (form.xfaIsDynamic()) {
                throw new IOException("The pages of the form are made by its reader.");
            }
            if (form.getNeedAppearances()) {
                form.refreshAppearances();
            }
        }
        for (PDPage page : pdf.getPages()) {
            List<PDAnnotation> all = page.getAnnotations();
            if (!all.isEmpty()) {
                draw(pdf, page, all);
            }
        }
    }

    private static void draw(PDDocument pdf, PDPage page, List<PDAnnotation> all) throws IOException {
        try (PDPageContentStream drawing = new PDPageContentStream(pdf, page, AppendMode.APPEND, true, true)) {
            for (PDAnnotation annotation : all) {
                PDAppearanceStream looks = annotation.getNormalAppearanceStream();
                boolean printed = annotation.isPrinted() && !annotation.isHidden();
                if (looks != null && printed && !(annotation instanceof PDAnnotationPopup)) {
                    draw(drawing, looks, annotation.getRectangle());
                }
            }
        }
    }

    /** As ISO 32000-1, 12.5.5, says: the box of what is drawn is moved and stretched into the rectangle of the annotation. */
    private static void draw(PDPageContentStream drawing, PDAppearanceStream looks, PDRectangle place)
            throws IOException {
        if (place == null || looks.getBBox() == null) {
            return;
        }
        Rectangle2D box = looks.getBBox().transform(looks.getMatrix()).getBounds2D();
        if (box.getWidth() == 0 || box.getHeight() == 0) {
            return;
        }
        AffineTransform moved = AffineTransform.getTranslateInstance(place.getLowerLeftX(), place.getLowerLeftY());
        moved.scale(place.getWidth() / box.getWidth(), place.getHeight() / box.getHeight());
        moved.translate(-box.getX(), -box.getY());
        drawing.saveGraphicsState();
        drawing.transform(new Matrix(moved));
        drawing.drawForm(looks);
        drawing.restoreGraphicsState();
    }
}
