package org.ehcpathway.plan;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.ehcpathway.casefile.CaseFile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One plan of 34 pages after the other, in 512 MB: milliseconds from its needs, outcomes and provision, tied to each other, to the
 * checked bytes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx512m", "-Duser.timezone=Europe/London"})
public class PlanBenchmark {

    private static final int PAGES = 34;

    private WrittenPlan written;
    private CaseFile file;
    private PlanText text;

    @Setup
    public void thirtyFourPages() throws IOException {
        int needs = 1;
        do {
            written = new WrittenPlan(PlanKind.FINAL).inFull(needs++);
            file = written.file();
            text = written.text();
        } while (pages() < PAGES);
        if (pages() > PAGES + 1) {
            throw new IllegalStateException("The plan measured has " + pages() + " pages.");
        }
    }

    @Benchmark
    public byte[] ours() {
        return written.document().of(file, text, WrittenPlan.ISSUED, List.of());
    }

    private int pages() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(ours())) {
            return pdf.getNumberOfPages();
        }
    }
}
