package org.ehcpathway.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.ehcpathway.statute.Refusal;

/** Several PDFs one after the other, for the post: paper has no attachments. */
final class PdfBundle {

    private PdfBundle() {}

    /** @throws Refusal when one of them is not a PDF that can be read */
    static byte[] of(List<byte[]> pdfs) {
        if (pdfs.size() == 1) {
            return pdfs.get(0);
        }
        try (PDDocument bundle = new PDDocument()) {
            PDFMergerUtility merger = new PDFMergerUtility();
            for (byte[] pdf : pdfs) {
                try (PDDocument part = Loader.loadPDF(pdf)) {
                    Attaching.detach(part);
                    merger.appendDocument(bundle, part);
                }
            }
            // Otherwise the file would have another identity each time it is written.
            bundle.setDocumentId((long) Sha256.of(pdfs.get(0)).hashCode());
            bundle.getDocumentCatalog().getCOSObject().removeItem(COSName.OUTLINES);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bundle.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new Refusal(
                    "A paper that goes with the letter is a PDF that cannot be read: open it, save it anew and enclose it again.",
                    e);
        }
    }

    static int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new Refusal(
                    "A paper that goes with the letter is a PDF that cannot be read: open it, save it anew and enclose it again.",
                    e);
        }
    }
}
