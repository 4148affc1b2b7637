package org.ehcpathway.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ehcpathway.testing.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A run over forty letters is killed twice, each time in a JVM of its own and without a moment to tidy up: while the 9th letter has
 * left and is not written down, and again 11 letters later. Taken up a third time it ends, with none lost and none twice.
 */
class LetterRunKilledTest {

    private static final int KILLED = 137;

    @TempDir
    Path folder;

    @Test
    void onTheEmbeddedDatabase() throws Exception {
        told("jdbc:h2:file:" + folder.resolve("database") + ";LOCK_TIMEOUT=10000;WRITE_DELAY=0", "sa");
    }

    @Test
    void onPostgres() throws Exception {
        told(PostgresServer.running().newDatabase("run_killed_in_the_middle"), "postgres");
    }

    private void told(String url, String user) throws Exception {
        Path outbox = Files.createDirectory(folder.resolve("outbox"));

        assertThat(live(url, user, "2026-10-26T09:00", true, 9)).isEqualTo(KILLED);
        assertThat(notes(outbox)).hasSizeBetween(9, 10);
        assertThat(live(url, user, "2026-10-26T09:10", false, 11)).isEqualTo(KILLED);
        assertThat(notes(outbox)).hasSizeBetween(20, 22);
        assertThat(live(url, user, "2026-10-26T09:20", false, 0)).isZero();

        assertThat(notes(outbox)).as("none lost, none twice").hasSize(40);
        JdbcTemplate file = new JdbcTemplate(new DriverManagerDataSource(url, user, ""));
        assertThat(file.queryForList("select state from letter_run", String.class))
                .containsExactly("FINISHED");
        assertThat(count(file, "letter_run_item where state = 'READY'")).isEqualTo(40);
        assertThat(count(file, "letter where state = 'SENT'")).isEqualTo(40);
        assertThat(count(file, "document where kind = 'LETTER'"))
                .as("each made once")
                .isEqualTo(40);
        assertThat(count(file, "case_event where what like 'Letter sent: L-01%'"))
                .isEqualTo(40);
        assertThat(count(file, "letter_sending where what in ('HANDED_OVER', 'CAME_THROUGH')"))
                .isEqualTo(40);
        assertThat(count(file, "letter_sending where what = 'CAME_THROUGH'"))
                .as("found to have left when the power went")
                .isBetween(2L, 4L);
    }

    private static long count(JdbcTemplate file, String what) {
        return file.queryForObject("select count(*) from " + what, Long.class);
    }

    private static List<Path> notes(Path outbox) throws Exception {
        try (Stream<Path> files = Files.list(outbox)) {
            return files.filter(path -> path.toString().endsWith(".json")).toList();
        }
    }

    private int live(String url, String user, String now, boolean begins, int stopsAfter) throws Exception {
        Path log = folder.resolve("log-" + now.replace(":", ""));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.timezone=Europe/London",
                        "-cp",
                        classPath(),
                        MortalRun.class.getName(),
                        now,
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + user,
                        "--spring.datasource.password=",
                        "--ehc.outbox=" + folder.resolve("outbox"),
                        "--story.begins=" + begins,
                        "--story.stops-after=" + stopsAfter)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
            if (process.exitValue() != KILLED && process.exitValue() != 0) {
                throw new AssertionError("It ended by itself:\n" + Files.readString(log));
            }
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Without empty entries: each would add the folder we stand in. */
    private static String classPath() {
        String given = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(given.split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
