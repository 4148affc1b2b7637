package org.ehcpathway.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Files as people bring them: whole ones, and those nobody can open. */
public final class BroughtFiles {

    private static final PDType1Font HELVETICA = new PDType1Font(Standard14Fonts.FontName.HELVETICA);

    private BroughtFiles() {}

    /** A report that names itself and its pages, as word processors write it: without tags. */
    public static byte[] pdf(int pages, String title) {
        return pdf(pages, title, PDRectangle.A4, 0);
    }

    /** @param turned how many degrees clockwise readers have to turn the page */
    public static byte[] pdf(int pages, String title, PDRectangle paper, int turned) {
        try (PDDocument pdf = new PDDocument()) {
            for (int i = 1; i <= pages; i++) {
                PDPage page = new PDPage(paper);
                page.setRotation(turned);
                pdf.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                    write(content, title + ", page " + i + " of its own " + pages, 20, paper.getHeight() - 40);
                    write(content, "Foot of " + title, 20, 20);
                }
            }
            return saved(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pages that are pictures, as a scanner makes them. */
    public static byte[] scan(int pages, int seed) {
        try (PDDocument pdf = new PDDocument()) {
            Random dots = new Random(seed);
            for (int i = 0; i < pages; i++) {
                BufferedImage picture = new BufferedImage(1240, 1754, BufferedImage.TYPE_BYTE_GRAY);
                Graphics2D pen = picture.createGraphics();
                pen.setColor(Color.WHITE);
                pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
                pen.setColor(Color.BLACK);
                for (int dot = 0; dot < 6000; dot++) {
                    pen.fillRect(dots.nextInt(1240), dots.nextInt(1754), 12, 2);
                }
                PDPage page = new PDPage(PDRectangle.A4);
                pdf.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                    content.drawImage(
                            JPEGFactory.createFromImage(pdf, picture, 0.6f),
                            0,
                            0,
                            page.getMediaBox().getWidth(),
                            page.getMediaBox().getHeight());
                }
            }
            return saved(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A form with one answer, which is not part of the page's own content. */
    public static byte[] filledForm(String answer) {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            PDAcroForm form = new PDAcroForm(pdf);
            PDResources resources = new PDResources();
            resources.put(COSName.getPDFName("Helv"), HELVETICA);
            form.setDefaultResources(resources);
            form.setDefaultAppearance("/Helv 12 Tf 0 g");
            pdf.getDocumentCatalog().setAcroForm(form);
            PDTextField field = new PDTextField(form);
            field.setPartialName("answer");
            field.setDefaultAppearance("/Helv 12 Tf 0 g");
            form.getFields().add(field);
            var widget = field.getWidgets().get(0);
            widget.setRectangle(new PDRectangle(100, 500, 300, 20));
            widget.setPage(page);
            widget.setPrinted(true);
            page.getAnnotations().add(widget);
            field.setValue(answer);
            return saved(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param userPassword empty for a PDF that everybody can open but not everybody may print */
    public static byte[] locked(String userPassword) {
        try (PDDocument pdf = org.apache.pdfbox.Loader.loadPDF(pdf(2, "Locked"))) {
            AccessPermission rights = new AccessPermission();
            rights.setCanPrint(false);
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", userPassword, rights);
            policy.setEncryptionKeyLength(128);
            pdf.protect(policy);
            return saved(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] cutOff(byte[] whole) {
        return Arrays.copyOf(whole, whole.length * 2 / 3);
    }

    public static byte[] withoutPages() {
        return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
                .getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] picture(String format, int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillOval(0, 0, width, height);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] docx(String words) {
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText(words);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A zip with parts of these names, each {@code size} bytes long and nothing but blanks around a root. */
    public static byte[] docxOf(long size, String... more) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
                zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
                zip.putNextEntry(new ZipEntry("word/document.xml"));
                zip.write("<document>".getBytes(StandardCharsets.UTF_8));
                byte[] blanks = new byte[1024 * 1024];
                Arrays.fill(blanks, (byte) ' ');
                for (long written = 0; written < size; written += blanks.length) {
                    zip.write(blanks);
                }
                zip.write("</document>".getBytes(StandardCharsets.UTF_8));
                for (String name : more) {
                    zip.putNextEntry(new ZipEntry(name));
                    zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An OpenDocument file begins with its media type, stored without compression. */
    public static byte[] odt(String manifest) {
        try {
            byte[] type = "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII);
            CRC32 check = new CRC32();
            check.update(type);
            ZipEntry first = new ZipEntry("mimetype");
            first.setMethod(ZipEntry.STORED);
            first.setSize(type.length);
            first.setCrc(check.getValue());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(first);
                zip.write(type);
                zip.putNextEntry(new ZipEntry("META-INF/manifest.xml"));
                zip.write(manifest.getBytes(StandardCharsets.UTF_8));
                zip.putNextEntry(new ZipEntry("content.xml"));
                zip.write("<document-content/>".getBytes(StandardCharsets.UTF_8));
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(PDPageContentStream content, String text, float left, float up) throws IOException {
        content.beginText();
        content.setFont(HELVETICA, 12);
        content.newLineAtOffset(left, up);
        content.showText(text);
        content.endText();
    }

    private static byte[] saved(PDDocument pdf) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // The same file each time, so that what is made of it can be compared.
        pdf.setDocumentId(1L);
        pdf.save(out);
        return out.toByteArray();
    }
}
