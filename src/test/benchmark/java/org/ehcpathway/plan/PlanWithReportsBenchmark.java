package org.ehcpathway.plan;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.ehcpathway.testing.BroughtFiles;
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

/** One plan with 20 reports of ten scanned pages each, in less than 512 MB: seconds for its PDF, and for its bundle to print. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx500m", "-Duser.timezone=Europe/London"})
public class PlanWithReportsBenchmark {

    private final WrittenPlan written = new WrittenPlan(PlanKind.FINAL).inFull(10);
    private byte[] plan;

    @Setup
    public void twentyReports() {
        for (int i = 1; i <= 20; i++) {
            written.report(
                    "Medical advice",
                    "Dr Ben Osei",
                    "Paediatrician",
                    "scan.pdf",
                    "application/pdf",
                    BroughtFiles.scan(10, i));
        }
        plan = written.issued();
    }

    /** The plan's PDF with all reports attached, made and checked. */
    @Benchmark
    public byte[] attached() {
        return written.issued();
    }

    /** The plan and 200 pages of reports as one PDF for printing. */
    @Benchmark
    public void bundle() throws IOException {
        written.writeBundle(plan, OutputStream.nullOutputStream());
    }
}
