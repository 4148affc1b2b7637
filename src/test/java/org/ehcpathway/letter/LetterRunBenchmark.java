package org.ehcpathway.letter;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.ehcpathway.letter.LetterRuns.Progress;
import org.ehcpathway.testing.PostgresServer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How long a run over many signed letters takes, from signed to ready for print, on a real PostgreSQL. Not a test; the command is in
 * docs/performance.md. Arguments: number of letters, 5000 unless given; the way, print-run unless given.
 */
public final class LetterRunBenchmark {

    private static final OperatingSystemMXBean OWN =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** Time on a core up to the last line told; beside the time on the wall it shows how busy the machine was with others. */
    private static Duration used = Duration.ZERO;

    private LetterRunBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int number = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5000;
        String way = arguments.length > 1 ? arguments[1] : "print-run";
        Path folder = Files.createTempDirectory("benchmark");
        try (ConfigurableApplicationContext room = ManyLetters.room(
                "2026-10-26T09:00",
                "--spring.datasource.url=" + PostgresServer.running().newDatabase("benchmark"),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=",
                "--logging.level.root=warn",
                "--ehc.outbox=" + Files.createDirectory(folder.resolve("outbox")),
                "--ehc.letters.print-run.folder=" + folder.resolve("post"),
                "--ehc.letters.post=" + way)) {
            used = Duration.ofNanos(OWN.getProcessCpuTime());
            long begun = System.nanoTime();
            ManyLetters.sign(room, number);
            tell("%d letters prepared and signed".formatted(number), begun);

            LetterRuns runs = room.getBean(LetterRuns.class);
            begun = System.nanoTime();
            long run = runs.start("manager");
            room.getBean(LetterRunWork.class).takeUp();
            Progress progress = runs.progress(run);
            tell("%d of them ready for print, %d failed".formatted(progress.ready(), progress.failed()), begun);

            if (way.equals("print-run")) {
                begun = System.nanoTime();
                room.getBean(DaysPost.class).close(LocalDate.of(2026, 10, 26), "manager");
                tell("the day's post closed and written as one PDF", begun);
                try (var files = Files.list(folder.resolve("post"))) {
                    for (Path file : files.toList()) {
                        System.out.printf("  %s, %,d KB%n", file.getFileName(), Files.size(file) / 1000);
                    }
                }
            }
        }
        System.exit(0);
    }

    private static void tell(String what, long begun) {
        Duration cpu = Duration.ofNanos(OWN.getProcessCpuTime()).minus(used);
        used = used.plus(cpu);
        System.out.printf(
                "%s in %.1f s, %.1f s of it on a core%n",
                what, Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0, cpu.toMillis() / 1000.0);
    }
}
