package org.ehcpathway.letter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The text of an enclosed paper, as far as it is text: of PDF and plain text all of it, of pictures and other files nothing. */
final class PaperText {

    private PaperText() {}

    static String of(String mediaType, byte[] content) {
        if (mediaType.startsWith("text/")) {
            return new String(content, StandardCharsets.UTF_8);
        }
        if (!mediaType.equals("application/pdf")) {
            return "";
        }
        try (PDDocument pdf = Loader.loadPDF(content)) {
            return new PDFTextStripper().getText(pdf);
        } catch (IOException e) {
            // A PDF that cannot be opened shows nothing to this reader either.
            return "";
        }
    }
}
