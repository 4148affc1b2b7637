package org.ehcpathway.browser;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The pictures of {@code docs/tour.md}. They are written only with {@code -Dscreenshots=true}: a test changes no file else. */
final class Pictures {

    static final boolean WANTED = Boolean.getBoolean("screenshots");

    private static final Path FOLDER = Path.of("docs", "screenshots");

    private Pictures() {}

    /** What the person sees now. */
    static void take(Page page, String name) {
        if (WANTED) {
            // A pointer left over a control shows its tooltip over what the picture is of.
            page.mouse().move(0, 0);
            page.screenshot(new Page.ScreenshotOptions().setPath(file(name)));
        }
    }

    /** The first page of a PDF, as a reader shows it. */
    static void take(byte[] pdf, String name) {
        if (WANTED) {
            try (PDDocument document = Loader.loadPDF(pdf)) {
                BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 90, ImageType.RGB);
                ImageIO.write(image, "png", file(name).toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Path file(String name) {
        try {
            return Files.createDirectories(FOLDER).resolve(name + ".png");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
