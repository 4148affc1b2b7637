package org.ehcpathway.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ehcpathway.letter.OutboxThatKills;
import org.ehcpathway.testing.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The application is killed three times in the middle of one letter to two parents, each time in a JVM of its own and without a
 * moment to tidy up: after the PDFs were made, after the first was handed over but not written down, and when the second is in
 * the outbox without its note. Started again it finishes the letter: once, and for each of them.
 */
class KilledInTheMiddleTest {

    private static final int KILLED = 137;

    @TempDir
    Path folder;

    @Test
    void onTheEmbeddedDatabaseOfTheDemo() throws Exception {
        told(
                demoDatabase()
                        .replace(
                                "./data/ehc-pathway", folder.resolve("database").toString()),
                "sa");
    }

    @Test
    void onPostgres() throws Exception {
        told(PostgresServer.running().newDatabase("killed_in_the_middle"), "postgres");
    }

    /** The very address the demo uses, since its settings decide what outlives a crash. */
    private static String demoDatabase() {
        YamlPropertiesFactoryBean demo = new YamlPropertiesFactoryBean();
        demo.setResources(new ClassPathResource("application-demo.yaml"));
        return demo.getObject().getProperty("spring.datasource.url");
    }

    private void told(String url, String user) throws Exception {
        Path outbox = Files.createDirectory(folder.resolve("outbox"));

        assertThat(live(url, user, MortalApplication.MADE, "09:00")).isEqualTo(KILLED);
        assertThat(files(outbox, "")).as("made, but not yet sent").isEmpty();

        assertThat(live(url, user, OutboxThatKills.HANDED_OVER, "09:10")).isEqualTo(KILLED);
        assertThat(files(outbox, ".pdf")).hasSize(1);
        assertThat(files(outbox, ".json")).hasSize(1);
        byte[] first = Files.readAllBytes(files(outbox, ".pdf").get(0));

        assertThat(live(url, user, OutboxThatKills.WITHOUT_NOTE, "09:20")).isEqualTo(KILLED);
        assertThat(files(outbox, ".pdf")).hasSize(2);
        assertThat(files(outbox, ".json"))
                .as("nobody takes a letter without its note")
                .hasSize(1);

        assertThat(live(url, user, MortalApplication.NEVER, "09:30")).isZero();
        assertThat(files(outbox, ".pdf")).as("one for each parent").hasSize(2);
        assertThat(files(outbox, ".json")).hasSize(2);
        assertThat(files(outbox, "")).as("and nothing else of it").hasSize(4);
        assertThat(files(outbox, ".pdf"))
                .as("what had left the house was not touched again")
                .anySatisfy(pdf -> assertThat(Files.readAllBytes(pdf)).isEqualTo(first));
        theFileKnowsIt(new JdbcTemplate(new DriverManagerDataSource(url, user, "")), outbox);
    }

    private void theFileKnowsIt(JdbcTemplate file, Path outbox) throws Exception {
        assertThat(file.queryForList("select state from letter where kind = 'L_01'", String.class))
                .as("one letter, sent")
                .containsExactly("SENT");
        assertThat(file.queryForList("select state from letter where kind = 'O_01'", String.class))
                .as("and the request acknowledged once, whatever befell the other letter")
                .containsExactly("SENT");
        List<Map<String, Object>> recipients = file.queryForList(
                "select r.name, r.idempotency_key, r.sha256, r.sent_on, r.served_on, d.sha256 as document_sha256"
                        + " from letter_recipient r join document d on d.id = r.document_id"
                        + " join letter l on l.id = r.letter_id where l.kind = 'L_01' order by r.id");
        assertThat(recipients).extracting(row -> row.get("name")).containsExactly("Ruth Ashby", "Tom Ashby");
        for (Map<String, Object> recipient : recipients) {
            assertThat(recipient.get("sent_on").toString()).isEqualTo("2026-09-14");
            assertThat(recipient.get("served_on").toString()).isEqualTo("2026-09-16");
            assertThat(recipient.get("sha256"))
                    .as("what left the house is what the file keeps")
                    .isEqualTo(recipient.get("document_sha256"))
                    .isEqualTo(sha256(outbox.resolve(recipient.get("idempotency_key") + ".pdf")));
        }
        assertThat(file.queryForObject(
                        "select count(*) from document where kind = 'LETTER' and title like 'L-01%'", Long.class))
                .as("one document for each that counts, and none besides")
                .isEqualTo(2);
        assertThat(file.queryForObject(
                        "select count(*) from case_event where what like 'Letter sent: L-01%'", Long.class))
                .as("told once")
                .isEqualTo(1);
        assertThat(file.queryForObject("select count(*) from act_ru_incident", Long.class))
                .isZero();
    }

    /** Runs the application until it is killed or done, and gives back how it ended. */
    private int live(String url, String user, String killedAt, String now) throws IOException, InterruptedException {
        Path told = folder.resolve("log-" + now.replace(":", ""));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=Europe/London",
                "-cp",
                classPath(),
                MortalApplication.class.getName(),
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + user,
                "--spring.datasource.password=",
                "--spring.config.import=classpath:council-demo.yaml",
                "--ehc.panel.clockwork=false",
                "--ehc.register.clockwork=false",
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--ehc.admin.user=headofservice",
                "--ehc.admin.password=a-long-password-of-tests",
                "--ehc.outbox=" + folder.resolve("outbox"),
                "--story.begins=" + killedAt.equals(MortalApplication.MADE),
                "--story.killed-at=" + killedAt,
                "--story.now=2026-09-14T" + now));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES))
                    .as(() -> "it has not ended:\n" + end(told))
                    .isTrue();
            if (process.exitValue() != KILLED && process.exitValue() != 0) {
                throw new AssertionError("It ended by itself:\n" + end(told));
            }
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Without empty entries: each would add the folder we stand in, where the diagrams lie a second time. */
    private static String classPath() {
        String given = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(given.split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String end(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 80), lines.size()));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            // The acknowledgement goes its own way beside the letter that is watched.
            return files.filter(file -> file.getFileName().toString().contains("_L-01_"))
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
