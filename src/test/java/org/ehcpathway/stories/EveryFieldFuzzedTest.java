package org.ehcpathway.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.TroubledMailServer;
import org.ehcpathway.pathway.AdjustableClock;
import org.ehcpathway.pathway.LettersThatCameBack;
import org.ehcpathway.pathway.demo.PathwayDriver;
import org.ehcpathway.stories.OddValues.Depth;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Every field of every form of every task and start, sent with what no caseworker would type, through the REST API: what cannot
 * stand is refused with a sentence and changes nothing, what can is kept as it was typed. Forms and tasks are found in
 * {@code forms/} and {@code processes/}, so that a new one is under fire by itself, once the walker knows how to answer it.
 *
 * <p>{@code -Dfuzz.seed=1} chooses others of the odd values; the seed 0 stands for one nobody has seen. The seed is printed.
 * {@code -Dfuzz.all=true} sends each field all of them, which takes many times as long.
 */
class EveryFieldFuzzedTest {

    private static final long SEED = seed();

    private static long seed() {
        long given = Long.getLong("fuzz.seed", 20260914L);
        return given == 0 ? System.nanoTime() % 1_000_000_000L : given;
    }

    /** Whatever form a story sends comes under fire first. */
    private static final class UnderFire extends PathwayDriver {

        private final FormsUnderFire fire;

        UnderFire(ProcessEngine engine, AdjustableClock clock, FormsUnderFire fire) {
            super(engine, clock);
            this.fire = fire;
        }

        @Override
        public void submit(String user, Task task, Map<String, Object> form) {
            fire.complete(user, task, form);
        }

        @Override
        public String start(String user, String process, Map<String, Object> form) {
            return fire.start(user, process, form);
        }
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
                "ehc.register.clockwork=false",
                "ehc.birthdays.clockwork=false",
                "ehc.outbox=target/outbox-of-fuzz"
            })
    @Import(Fuzzed.Rehearsing.class)
    abstract static class Fuzzed extends LifeStory {

        private static TroubledMailServer mail;

        @LocalServerPort
        int port;

        @Autowired
        JdbcTemplate database;

        @Autowired
        Rehearsal rehearsal;

        @Autowired
        private ProcessEngine engine;

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

        void underFire(int lives, Depth depth) throws IOException {
            System.out.printf("The forms come under fire: -Dfuzz.seed=%d%n", SEED);
            Instant began = Instant.now();
            long processor = WalkerTest.processorSeconds();
            FormsAndTasks all = FormsAndTasks.ofToday();
            Random random = new Random(SEED);
            FormsUnderFire fire = new FormsUnderFire(this, all, random, depth);
            PathwayDriver driver = people;
            FuzzedWalk walk = new FuzzedWalk(this, all, fire, random, lives);
            try {
                people = new UnderFire(engine, clock, fire);
                aLifeOfAPlan(depth);
                onTheReleasedVersion();
                people = driver;
                walk.go();
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError(
                        "-Dfuzz.seed=%d: %s%n%s%nTaken before that:%n%s"
                                .formatted(SEED, broken.getMessage(), String.join("\n", fire.faults()), fire.lately()),
                        broken);
            } finally {
                people = driver;
            }
            System.out.printf(
                    "%s in %d s, %d s of processor%n",
                    fire.summary(),
                    Duration.between(began, Instant.now()).toSeconds(),
                    WalkerTest.processorSeconds() - processor);

            assertThat(fire.faults()).as("-Dfuzz.seed=%d", SEED).isEmpty();
            assertThat(runtime.createIncidentQuery().list()).isEmpty();
            if (depth != Depth.FEW) {
                assertThat(walk.notReached()).as("tasks nobody came to").isEmpty();
                assertThat(fire.formsReached())
                        .as("forms nobody filled in")
                        .containsExactlyInAnyOrderElementsOf(all.fields().keySet());
            }
        }

        /** She goes to secondary school in September 2028. */
        @Override
        String nellsRequestArrives(LocalDate receivedOn) {
            Map<String, Object> form = nellsRequest(receivedOn);
            form.put("birthDate", "2017-03-09");
            return people.request("caseworker", form);
        }

        /** A plan in force is reviewed and amended, for the next school too, is looked at between two reviews, and ends at last. */
        private void aLifeOfAPlan(Depth depth) {
            aPlanIsInForce();
            if (depth == Depth.FEW) {
                return;
            }
            settings.teaches("100001", 4, 11);
            on(2027, 8, 16);
            sweep.sweep();
            on(2027, 9, 13);
            people.complete(
                    "caseworker",
                    nell,
                    "userTask_askWhichSetting",
                    Map.of(
                            "answer", "LEAVES_IT",
                            "words", "Any school where she is safe.",
                            "saidBy", "Ruth Ashby",
                            "saidOn", "2027-09-13"));
            people.runJobs();
            on(2027, 10, 4);
            arrange(LocalDate.of(2027, 11, 10), LocalDate.of(2027, 10, 20));
            signed("caseworker", LetterKind.L_11);
            on(2027, 10, 25);
            papersGoRound();
            on(2027, 11, 10);
            theMeetingIsHeld();
            on(2027, 11, 22);
            theReportIsGiven("AMEND", "Section A: swimming.");
            signed("caseworker", LetterKind.L_12);
            on(2027, 12, 1);
            decide("AMEND");
            swimmingIsAdded();
            on(2027, 12, 6);
            theAmendmentsAreWritten();
            signed("caseworker", LetterKind.L_15);
            on(deadline(review("1"), "REV-11").due().plusDays(1));
            people.complete(
                    "caseworker",
                    nell,
                    "userTask_prepareAmendedPlan",
                    Map.of(
                            "step", "AMEND",
                            "naming", "TYPE",
                            "settingType", "maintained secondary school",
                            "namesFrom", "2028-09-01",
                            "changes", "Sections A and I."));
            people.complete("manager", nell, "userTask_signAmendedPlan", agreed("TYPE_NO_REQUEST"));
            signed("manager", LetterKind.L_16);
            on(2028, 1, 7);
            people.start(
                    "caseworker",
                    "change-plan",
                    Map.of(
                            "reference", nell,
                            "what", "SLIP",
                            "reasons", "The name of the school is spelt wrongly in section D."));
            people.complete(
                    "manager",
                    nell,
                    "userTask_decideChange",
                    Map.of("verdict", "LEAVE", "reasons", "It can wait for the review of the year."));
            on(2028, 1, 10);
            people.start(
                    "caseworker",
                    "cease-plan",
                    Map.of(
                            "reference", nell,
                            "ground", "NOT_NECESSARY",
                            "reasons",
                                    "The outcomes of the plan have been reached, and the school can meet what is left.",
                            "viewsBy", "2028-01-25"));
            signed("caseworker", LetterKind.L_19A);
            on(2028, 1, 26);
            people.complete(
                    "manager",
                    nell,
                    "userTask_decideCeasing",
                    Map.of(
                            "verdict", "MAINTAIN",
                            "reasons", "The family has shown what the plan is still needed for.",
                            "views", "The family does not agree; the head does."));
            on(2028, 1, 28);
            people.start(
                    "caseworker",
                    "annual-review",
                    Map.of("reference", nell, "why", "NEEDS_CHANGED", "reasons", "She moved in with her father."));
            on(2028, 2, 1);
            people.start(
                    "caseworker",
                    "cease-plan",
                    Map.of(
                            "reference", nell,
                            "ground", "DIED",
                            "reasons", "The mother told the school, and the school told us.",
                            "happenedOn", "2028-01-30"));
            people.runJobs();
            people.complete(
                    "manager",
                    nell,
                    "userTask_confirmPlanEnd",
                    Map.of("verdict", "END", "checked", "No appeal was registered, and no certificate came."));
        }

        /** The panel's own task, which cases have that began before sittings were kept. */
        private void onTheReleasedVersion() throws IOException {
            DeploymentBuilder released = repository.createDeployment().name("1.0");
            try (Stream<Path> files = Files.list(Path.of("src/test/resources/released/1.0"))) {
                for (Path file : files.toList()) {
                    try (InputStream bpmn = Files.newInputStream(file)) {
                        released.addInputStream(file.getFileName().toString(), bpmn);
                    }
                }
            }
            String deployment = released.deploy().getId();
            LocalDate today = LocalDate.now(clock);
            String nell = nellsRequestArrives(today);
            people.runJobs();
            sign("caseworker", nell);
            consider(nell);
            decideToAssess(nell, true, true);
            sign("caseworker", nell);
            askForAdvice(nell);
            allAdviceArrives(nell);
            recommend(nell, true);
            repository.deleteDeployment(deployment, true);
        }
    }

    @Nested
    @OnH2
    class InH2 extends Fuzzed {

        @Test
        void everyFieldIsRefusedInASentenceOrKeptAsItWasTyped() throws IOException {
            underFire(12, Boolean.getBoolean("fuzz.all") ? Depth.ALL : Depth.USUAL);
        }
    }

    @Nested
    @OnPostgres
    class InPostgres extends Fuzzed {

        @Test
        void everyFieldIsRefusedInASentenceOrKeptAsItWasTyped() throws IOException {
            underFire(1, Depth.FEW);
        }
    }
}
