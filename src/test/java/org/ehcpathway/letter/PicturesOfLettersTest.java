package org.ehcpathway.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The page {@code docs/letters.md} with a picture of every letter. Both are written only with {@code -Dpictures=true}: a test changes
 * no file else, but says when the page is not that of today.
 */
class PicturesOfLettersTest {

    private static final boolean WANTED = Boolean.getBoolean("pictures");
    private static final Path DOCS = Path.of("docs");
    private static final int LARGEST = 60 * 1024;

    @ParameterizedTest
    @EnumSource(LetterKind.class)
    void everyLetterHasAPictureOfItsFirstPage(LetterKind kind) throws IOException {
        Path file = DOCS.resolve(picture(kind));
        if (WANTED) {
            Files.createDirectories(file.getParent());
            Files.write(file, picture(new LetterTemplates(new PdfRenderer()).pdf(LetterSamples.toParent(kind))));
        }

        assertThat(file).exists();
        assertThat(Files.size(file)).isLessThan(LARGEST);
    }

    @Test
    void thePageListsEveryLetterWithWhatItIsFor() throws IOException {
        Path file = DOCS.resolve("letters.md");
        if (WANTED) {
            Files.writeString(file, page());
        }

        assertThat(Files.readString(file, StandardCharsets.UTF_8)).isEqualTo(page());
    }

    private static byte[] picture(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 62, ImageType.GRAY);
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        }
    }

    private static String picture(LetterKind kind) {
        return "letters/" + kind.id() + ".png";
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # The letters

                Every letter that the service sends, with what it is for and a picture of its first page as an invented family gets it. This
                page and its pictures are made by the build: `mvn test -Dtest=PicturesOfLettersTest -Dpictures=true`.

                What the law wants in a letter, and what must not be there, stands in one table, `processes/letter-content.dmn`; open it in the
                Camunda Modeler. A letter that misses a block of it, has one too many, lacks a value or has a gap is not made. The words are in
                `src/main/resources/letters/<id>/<version>/`, each folder with a README that names its legal source.

                A letter takes from the file what the file holds: people, dates, decisions with their reasons, advice. What a letter must know
                beyond it is asked for when it is prepared (`facts.yaml` in its folder), checked, and kept with the letter.

                Who gets it is worked out on the day: every parent, the young person after compulsory school age, or the person who stands in for
                somebody who lacks capacity; and those whom the law wants told. An address that is withheld stands in nobody else's letter. Somebody
                flagged as unsafe to write to gets a letter only when a second person has said so. A family that needs an interpreter is offered one,
                and a translator's text can stand behind the English one, in any language that is written from left to right.

                Not here yet: the panel's papers and minutes, large print, HTML and DOCX.

                """);
        for (LetterKind kind : LetterKind.values()) {
            page.append("## ")
                    .append(kind.id())
                    .append(' ')
                    .append(kind.title())
                    .append("\n\n");
            page.append(LetterFolder.of(kind, kind.templateVersion()).summary()).append("\n\n");
            page.append("![First page of letter ")
                    .append(kind.id())
                    .append("](")
                    .append(picture(kind))
                    .append(")\n\n");
        }
        return page.toString().stripTrailing() + "\n";
    }
}
