package org.ehcpathway.letter;

import com.lowagie.text.pdf.BaseFont;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.xhtmlrenderer.pdf.ITextRenderer;

/**
 * Letters of two pages a second on two threads in 256 MB: ours, from values to the checked bytes; and Flying Saucer with OpenPDF from
 * the same values, template and fonts, which writes no tags and checks nothing.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(2)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx256m", "-Duser.timezone=Europe/London"})
public class LettersBenchmark {

    private final LetterValues letter = LetterSamples.toParent(LetterKind.L_04);
    private LetterTemplates templates;
    private RivalFonts rivalFonts;

    /** The rival reads fonts from files. */
    private record RivalFonts(Path regular, Path bold, Path fallback, Path fallbackBold) {}

    @Setup
    public void twoPages() throws IOException {
        templates = new LetterTemplates(new PdfRenderer());
        try (PDDocument pdf = Loader.loadPDF(templates.pdf(letter))) {
            if (pdf.getNumberOfPages() != 2) {
                throw new IllegalStateException("The letter measured has " + pdf.getNumberOfPages() + " pages, not 2.");
            }
        }
        rivalFonts = new RivalFonts(
                file("atkinson-hyperlegible/AtkinsonHyperlegible-Regular.ttf"),
                file("atkinson-hyperlegible/AtkinsonHyperlegible-Bold.ttf"),
                file("liberation-sans/LiberationSans-Regular.ttf"),
                file("liberation-sans/LiberationSans-Bold.ttf"));
    }

    @Benchmark
    public byte[] ours() {
        return templates.pdf(letter);
    }

    @Benchmark
    public byte[] flyingSaucer() throws IOException {
        ITextRenderer renderer = new ITextRenderer();
        renderer.getFontResolver().addFont(rivalFonts.regular.toString(), "Doc", BaseFont.IDENTITY_H, true, null);
        renderer.getFontResolver().addFont(rivalFonts.bold.toString(), "Doc", BaseFont.IDENTITY_H, true, null);
        renderer.getFontResolver().addFont(rivalFonts.fallback.toString(), "Fb", BaseFont.IDENTITY_H, true, null);
        renderer.getFontResolver().addFont(rivalFonts.fallbackBold.toString(), "Fb", BaseFont.IDENTITY_H, true, null);
        renderer.setDocumentFromString(templates.xhtml(letter));
        renderer.layout();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.createPDF(out);
        return out.toByteArray();
    }

    private static Path file(String font) {
        try {
            Path file = Files.createTempFile("font", ".ttf");
            file.toFile().deleteOnExit();
            return Files.write(file, ClassPathFiles.bytes("fonts/" + font));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
