package org.ehcpathway.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ehcpathway.EhcPathwayApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The application refuses to start unsafely, and says in one sentence what to set. Each start is a process of its own, as at
 * a council: what is tested is what the operator reads.
 */
class StartRefusedTest {

    private static final String GOOD_PASSWORD = "correct horse battery";

    @TempDir
    private Path folder;

    @Test
    void theDemoAndPostgresqlTogether() throws Exception {
        String log = refused(EhcPathwayApplication.class, "demo,postgresql", Map.of());

        assertThat(log).contains("The profiles demo and postgresql cannot run together");
    }

    @Test
    void aCouncilWithoutAnAdministrator() throws Exception {
        String log = refused(SecurityAlone.class, "council", Map.of());

        assertThat(log)
                .contains(
                        "There is no administrator yet: set EHC_ADMIN_USER to a log-in name of letters and digits, and"
                                + " EHC_ADMIN_PASSWORD to a password of at least 12 characters.");
    }

    @Test
    void aCouncilWhoseFirstAdministratorHasAWeakPassword() throws Exception {
        String log = refused(
                SecurityAlone.class, "council", Map.of("EHC_ADMIN_USER", "chief", "EHC_ADMIN_PASSWORD", "elevenchars"));

        assertThat(log)
                .contains("set EHC_ADMIN_PASSWORD to at least 12 characters")
                .doesNotContain("elevenchars");
    }

    @Test
    void aCouncilNeedsTheSettingsForItsFirstStartOnly() throws Exception {
        try (Started first = new Started(
                SecurityAlone.class,
                "council",
                Map.of("EHC_ADMIN_USER", "chief", "EHC_ADMIN_PASSWORD", GOOD_PASSWORD))) {
            Visitor chief = Visitor.at(first.port());
            assertThat(chief.get("/login").body()).doesNotContain("caseworkersouth", "The demo council");
            assertThat(chief.target(chief.tryToSignIn("caseworker", "caseworker")))
                    .isEqualTo("/login?error");
            assertThat(chief.target(chief.tryToSignIn("chief", GOOD_PASSWORD))).isEqualTo("/");
            assertThat(chief.get("/camunda/app/admin/default/").statusCode()).isEqualTo(200);
            assertThat(chief.postToWebapp(
                                    "/camunda/api/engine/engine/default/user/create",
                                    "{\"profile\":{\"id\":\"weak\"},\"credentials\":{\"password\":\"short\"}}")
                            .body())
                    .contains("Password does not match policy");
        }
        try (Started second = new Started(SecurityAlone.class, "council", Map.of())) {
            assertThat(second.port()).isPositive();
        }
    }

    @Test
    void aCouncilOnTheDatabaseOfTheDemo() throws Exception {
        try (Started demo = new Started(SecurityAlone.class, "demo", Map.of())) {
            assertThat(demo.port()).isPositive();
        }

        String log = refused(
                SecurityAlone.class, "council", Map.of("EHC_ADMIN_USER", "chief", "EHC_ADMIN_PASSWORD", GOOD_PASSWORD));

        assertThat(log).contains("This database holds the demo council with its public passwords");
    }

    private String refused(Class<?> application, String profiles, Map<String, String> environment) throws Exception {
        Process process = launch(application, profiles, environment);
        String log = new String(process.getInputStream().readAllBytes());

        assertThat(process.waitFor()).as(log).isNotZero();
        assertThat(log).contains("APPLICATION FAILED TO START").doesNotContain("\tat org.ehcpathway");
        return log;
    }

    private Process launch(Class<?> application, String profiles, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                application.getName(),
                "--spring.profiles.active=" + profiles,
                "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("council"),
                "--spring.datasource.username=sa",
                "--camunda.bpm.auto-deployment-enabled=false",
                "--server.port=0"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** A start that succeeds; ends with the block. */
    private final class Started implements AutoCloseable {

        private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

        private final Process process;
        private final int port;

        Started(Class<?> application, String profiles, Map<String, String> environment) throws IOException {
            process = launch(application, profiles, environment);
            BufferedReader log = process.inputReader();
            StringBuilder read = new StringBuilder();
            for (String line = log.readLine(); line != null; line = log.readLine()) {
                read.append(line).append('\n');
                Matcher started = PORT.matcher(line);
                if (started.find()) {
                    port = Integer.parseInt(started.group(1));
                    return;
                }
            }
            throw new AssertionError("It did not start:\n" + read);
        }

        int port() {
            return port;
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            process.waitFor();
        }
    }
}
