package org.ehcpathway.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * For tests of thousands of letters: draws one letter in ten, and gives the others an empty page of their own. Every letter is still
 * composed and checked in its words; that each kind of letter can be drawn is what the tests of letters are for. Which letters are drawn
 * depends on their words alone, so that the same story draws the same ones.
 */
public final class OneLetterInTen {

    @Bean
    @Primary
    PdfRenderer oneLetterInTen() {
        return new Renderer(emptyPage());
    }

    private static byte[] emptyPage() {
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static final class Renderer extends PdfRenderer {

        private final byte[] empty;

        Renderer(byte[] empty) {
            this.empty = empty;
        }

        @Override
        byte[] renderForEnvelope(String xhtml, LocalDate date, Collection<String> unbroken) {
            CRC32 words = new CRC32();
            words.update(xhtml.getBytes(StandardCharsets.UTF_8));
            if (words.getValue() % 10 == 0) {
                return super.renderForEnvelope(xhtml, date, unbroken);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(empty);
            // Each letter has a fingerprint of its own, as if it had been drawn.
            out.writeBytes(("%" + Sha256.of(xhtml.getBytes(StandardCharsets.UTF_8)) + "\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return out.toByteArray();
        }
    }
}
