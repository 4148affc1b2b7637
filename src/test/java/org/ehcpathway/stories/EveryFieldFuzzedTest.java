package org.ehcpathway.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.ehcpathway.letter.TroubledMailServer;
import org.ehcpathway.pathway.LettersThatCameBack;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Every field of every form of every task and start, sent with what no caseworker would type, through the REST API: what cannot
 * stand is refused with a sentence and changes nothing, what can is kept as it was typed. Forms and tasks are found in
 * {@code forms/} and {@code processes/}, so that a new one is under fire by itself, once the walker knows how to answer it.
 *
 * <p>{@code -Dfuzz.seed=1} chooses others of the odd values; the seed 0 stands for one nobody has seen. The seed is printed.
 */
class EveryFieldFuzzedTest {

    private static final long SEED = seed();

    private static long seed() {
        long given = Long.getLong("fuzz.seed", 20260914L);
        return given == 0 ? System.nanoTime() % 1_000_000_000L : given;
    }

    @SpringBootTest(
            webEnvironment = WebEnvironment.RANDOM_PORT,
            properties = {
                "camunda.bpm.job-execution.enabled=false",
                "spring.config.import=classpath:council-demo.yaml",
                "ehc.admin.user=headofservice",
                "ehc.admin.password=a-long-password-of-tests",
                "ehc.panel.clockwork=false",
                "ehc.panel.capacity=100",
                "ehc.letters.clockwork=false",
                "ehc.outbox=target/outbox-of-fuzz"
            })
    @Import(Fuzzed.Rehearsing.class)
    abstract static class Fuzzed extends WalkerTest.Walked {

        private static TroubledMailServer mail;

        @LocalServerPort
        int port;

        @Autowired
        Rehearsal rehearsal;

        @Autowired
        LettersThatCameBack cameBack;

        @Autowired
        private RepositoryService repository;

        static class Rehearsing {

            @Bean
            Rehearsal rehearsal() {
                return new Rehearsal();
            }
        }

        @DynamicPropertySource
        static void mailServer(DynamicPropertyRegistry registry) throws IOException {
            mail = new TroubledMailServer();
            registry.add("ehc.letters.email", () -> "smtp");
            registry.add("ehc.letters.smtp.host", () -> "127.0.0.1");
            registry.add("ehc.letters.smtp.port", mail::port);
            registry.add("ehc.letters.smtp.start-tls", () -> false);
            registry.add("ehc.letters.smtp.from", () -> "send@exampleshire.example.org");
            registry.add("ehc.letters.smtp.letter-to", () -> "everybody");
            registry.add("ehc.letters.smtp.timeout", () -> "2s");
        }

        static TroubledMailServer mail() {
            return mail;
        }

        void underFire(int lives, boolean thorough) throws IOException {
            System.out.printf("The forms come under fire: -Dfuzz.seed=%d%n", SEED);
            FormsAndTasks all = FormsAndTasks.ofToday();
            Random random = new Random(SEED);
            FormsUnderFire fire = new FormsUnderFire(this, all, random, thorough);
            FuzzedWalk walk = new FuzzedWalk(this, all, fire, random, lives);
            try {
                walk.go();
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError(
                        "-Dfuzz.seed=%d: %s\n%s".formatted(SEED, broken.getMessage(), String.join("\n", fire.faults())),
                        broken);
            }
            System.out.println(fire.summary());

            assertThat(fire.faults()).as("-Dfuzz.seed=%d", SEED).isEmpty();
            assertThat(runtime.createIncidentQuery().list()).isEmpty();
            if (thorough) {
                assertThat(walk.notReached()).as("tasks nobody came to").isEmpty();
                assertThat(fire.formsReached())
                        .as("forms nobody filled in")
                        .containsExactlyInAnyOrderElementsOf(all.fields().keySet());
            }
        }

        /** The panel's own task, which cases have that began before sittings were kept. */
        void onTheReleasedVersion(FormsUnderFire fire) throws IOException {
            DeploymentBuilder released = repository.createDeployment().name("1.0");
            try (Stream<Path> files = Files.list(Path.of("src/test/resources/released/1.0"))) {
                for (Path file : files.toList()) {
                    try (InputStream bpmn = Files.newInputStream(file)) {
                        released.addInputStream(file.getFileName().toString(), bpmn);
                    }
                }
            }
            released.deploy();
            LocalDate today = LocalDate.now(clock);
            String nell = nellsRequestArrives(today);
            people.runJobs();
            sign("caseworker", nell);
            consider(nell);
            decideToAssess(nell, true, true);
            sign("caseworker", nell);
            askForAdvice(nell);
            allAdviceArrives(nell);
            fire.complete(
                    "panel",
                    people.task(nell, "userTask_recommendAtPanel"),
                    Map.of(
                            "recommendation", "PLAN",
                            "reasons", "The advice agrees on what Nell needs and how much of it.",
                            "noConnection", true));
            people.runJobs();
        }
    }

    @Nested
    @OnH2
    class InH2 extends Fuzzed {

        @Test
        void everyFieldIsRefusedInASentenceOrKeptAsItWasTyped() throws IOException {
            underFire(12, true);
        }
    }

    @Nested
    @OnPostgres
    class InPostgres extends Fuzzed {

        @Test
        void everyFieldIsRefusedInASentenceOrKeptAsItWasTyped() throws IOException {
            underFire(3, false);
        }
    }
}
