package org.ehcpathway.statute;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How long a million due dates take on one thread: every rule with a number, over the days of thirty years, each answer with its
 * words. {@code mvn -Pbenchmark test-compile exec:exec -Dexec.args="-cp %classpath org.ehcpathway.statute.DueDateBenchmark"}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(2)
public class DueDateBenchmark {

    private static final int A_MILLION = 1_000_000;

    private final Timescales timescales = Timescales.fromClasspath();
    private final List<Timescale> rules = timescales.all().stream()
            .filter(rule -> rule.part().isEmpty())
            .filter(rule -> !rule.counting().equals("NONE") && !rule.counting().equals("ASAP"))
            .toList();
    private final LocalDate first = LocalDate.of(2026, 1, 1);

    /** Rules in turn, as a sweep over a register asks them. */
    @Benchmark
    public void aMillionDueDatesOfEveryRule(Blackhole blackhole) {
        for (int i = 0; i < A_MILLION; i++) {
            blackhole.consume(timescales.due(rules.get(i % rules.size()).rule(), first.plusDays(i % 10_950)));
        }
    }

    /** The longest way: two periods, the later counts, the tribunal's calendar. */
    @Benchmark
    public void aMillionAppealsWithACertificate(Blackhole blackhole) {
        for (int i = 0; i < A_MILLION; i++) {
            LocalDate sent = first.plusDays(i % 10_950);
            blackhole.consume(timescales.due("APP-01", sent, Map.of("certificate", sent.plusDays(50))));
        }
    }

    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(DueDateBenchmark.class.getSimpleName())
                        .build())
                .run();
    }
}
