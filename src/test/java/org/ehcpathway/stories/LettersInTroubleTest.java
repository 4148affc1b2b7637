package org.ehcpathway.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.casefile.Channel;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterPreparation;
import org.ehcpathway.letter.LetterRecipient;
import org.ehcpathway.letter.LetterState;
import org.ehcpathway.letter.TroubledMailServer;
import org.ehcpathway.letter.TroubledMailServer.Trouble;
import org.ehcpathway.pathway.AdjustableClock;
import org.ehcpathway.pathway.LettersFromTheCase;
import org.ehcpathway.pathway.LettersThatCameBack;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Nell's mother wants her letters by email, and the council's mail server is in trouble. */
class LettersInTroubleTest {

    abstract static class Told extends Story {

        private static TroubledMailServer server;
        private static Path outbox;

        @Autowired
        private LettersThatCameBack cameBack;

        @Autowired
        private RepositoryService repository;

        @Autowired
        private JdbcTemplate jdbc;

        @Autowired
        private LettersFromTheCase fromTheCase;

        @Autowired
        private LetterPreparation preparation;

        private String table;

        @DynamicPropertySource
        static void theirServer(DynamicPropertyRegistry registry) throws IOException {
            server = new TroubledMailServer();
            outbox = Files.createTempDirectory("outbox");
            registry.add("ehc.outbox", outbox::toString);
            registry.add("ehc.letters.email", () -> "smtp");
            registry.add("ehc.letters.smtp.host", () -> "127.0.0.1");
            registry.add("ehc.letters.smtp.port", () -> server.port());
            registry.add("ehc.letters.smtp.start-tls", () -> false);
            registry.add("ehc.letters.smtp.from", () -> "send@exampleshire.example.org");
            registry.add("ehc.letters.smtp.letter-to", () -> "everybody");
            registry.add("ehc.letters.smtp.timeout", () -> "2s");
        }

        @BeforeEach
        void noTrouble() {
            server.trouble = Trouble.NONE;
            server.letters.set(0);
        }

        @AfterEach
        void theTableOfTheCouncil() {
            if (table != null) {
                repository.deleteDeployment(table, true);
                table = null;
            }
        }

        @Test
        void aServerThatIsAway_isTriedWithGrowingPauses_andThenTheLetterGoesByPostWithATask() {
            String nell = nellsRequestByEmail();
            server.trouble = Trouble.ASKS_TO_COME_LATER;
            signed(nell);

            LocalDateTime begun = LocalDateTime.of(2026, 9, 14, 9, 0);
            for (Duration pause : List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(6))) {
                tryToSend(nell);
                begun = begun.plus(pause);
                assertThat(LocalDateTime.ofInstant(sendingJob(nell).getDuedate().toInstant(), AdjustableClock.ENGLAND))
                        .isEqualTo(begun);
                clock.standAt(begun);
            }
            assertThat(openTasks(nell))
                    .as("nobody is bothered while it may still go")
                    .isEmpty();
            people.runJobs();

            assertThat(server.letters).hasValue(0);
            assertThat(mother(nell))
                    .returns(Channel.POST, LetterRecipient::channel)
                    .returns(LocalDate.of(2026, 9, 14), LetterRecipient::sentOn)
                    .returns(LocalDate.of(2026, 9, 16), LetterRecipient::servedOn);
            assertThat(management.createJobQuery().noRetriesLeft().count()).isZero();
            assertThat(openTasks(nell)).containsExactly("userTask_checkContact", "userTask_considerRequest");
            people.complete(
                    "caseworker",
                    nell,
                    "userTask_checkContact",
                    Map.of("outcome", "ADDRESS_WRONG", "found", "She has a new address and will send it."));
            assertThat(happened(nell, "Address is wrong"))
                    .containsExactly("2026-09-14T17:36 She has a new address and will send it.");
        }

        @Test
        void anEmailThatComesBackLater_isATaskForTheCaseworker_once() {
            String nell = nellsRequestByEmail();
            sign("caseworker", nell);
            LetterRecipient sent = mother(nell);
            assertThat(sent.sentOn()).isEqualTo("2026-09-14");
            jdbc.update(
                    "insert into letter_sending (letter_id, recipient_id, idempotency_key, way, what, sentence, by, at)"
                            + " values (?, ?, ?, 'smtp', 'CAME_BACK', 'The email came back.', 'process', ?)",
                    sent.letterId(),
                    sent.id(),
                    sent.idempotencyKey(),
                    sent.sentAt().atOffset(ZoneOffset.UTC));

            cameBack.follow();
            cameBack.follow();

            assertThat(openTasks(nell)).containsExactly("userTask_checkContact", "userTask_considerRequest");
            assertThat(people.task(nell, "userTask_checkContact").getDueDate())
                    .isEqualTo(Moments.due(LocalDate.of(2026, 9, 21)));
            people.complete(
                    "caseworker",
                    nell,
                    "userTask_checkContact",
                    Map.of("outcome", "ADDRESS_WRONG", "found", "She has a new address and will send it."));
            assertThat(happened(nell, "Address is wrong")).hasSize(1);
        }

        @Test
        void aServerThatTookTheLetterAndDied_leavesItToTheCaseworker() {
            String nell = nellsRequestByEmail();
            server.trouble = Trouble.TAKES_THE_LETTER_AND_DIES;
            sign("caseworker", nell);

            assertThat(openTasks(nell)).containsExactly("userTask_settleSending");
            assertThat(people.task(nell, "userTask_settleSending").getDueDate())
                    .as("two working days after Monday 14 September, not the letter's limit of week 6")
                    .isInSameDayAs("2026-09-16");
            assertThat(letter(nell, LetterKind.L_01).state()).isEqualTo(LetterState.RENDERED);
            on(2026, 9, 16);
            assertThat(server.letters).as("not given again by itself").hasValue(1);
            assertThatThrownBy(() -> people.complete(
                            "caseworker", nell, "userTask_settleSending", Map.of("outcome", "HAS_LEFT")))
                    .hasMessageContaining("Please fill in “How you know”.");
            people.complete(
                    "caseworker",
                    nell,
                    "userTask_settleSending",
                    Map.of("outcome", "HAS_LEFT", "how", "Mrs Ashby has it."));

            assertThat(mother(nell))
                    .as("sent and served on the day it left")
                    .returns(LocalDate.of(2026, 9, 14), LetterRecipient::sentOn)
                    .returns(LocalDate.of(2026, 9, 14), LetterRecipient::servedOn);
            assertThat(letter(nell, LetterKind.L_01).state()).isEqualTo(LetterState.SENT);
            assertThat(openTasks(nell)).containsExactly("userTask_considerRequest");
        }

        @Test
        void aLetterThatMayHaveLeft_isNotWithdrawn_beforeSomebodyHasFoundOut() {
            String nell = nellsRequestByEmail();
            server.trouble = Trouble.TAKES_THE_LETTER_AND_DIES;
            sign("caseworker", nell);
            server.trouble = Trouble.NONE;
            people.start(
                    "caseworker",
                    "end-of-request",
                    Map.of(
                            "reference", nell,
                            "ground", "WITHDRAWN",
                            "happenedOn", "2026-09-14",
                            "toldBy", "Ruth Ashby",
                            "toldHow", "by telephone"));
            Map<String, Object> ends =
                    Map.of("verdict", "END", "reasons", "Her mother is sure, and the school agrees with her.");

            assertThatThrownBy(() -> people.complete("manager", nell, "userTask_confirmEnd", ends))
                    .hasMessageContaining("Settle first what became of letter L-01: it may have left or not.");
            assertThat(file(nell).c().isOpen()).isTrue();
            assertThat(letter(nell, LetterKind.L_01).state()).isEqualTo(LetterState.RENDERED);

            people.complete(
                    "caseworker",
                    nell,
                    "userTask_settleSending",
                    Map.of("outcome", "HAS_LEFT", "how", "Mrs Ashby has it."));
            people.complete("manager", nell, "userTask_confirmEnd", ends);
            assertThat(file(nell).c().isOpen()).isFalse();
            assertThat(letter(nell, LetterKind.L_01).state()).isEqualTo(LetterState.SENT);
        }

        @Test
        void aLetterBegunOnTheCasePageAndByAStep_isSignedOnce_andBothGoOn() {
            String nell = decidedToAssess();
            people.as("caseworker", () -> {
                fromTheCase.write(
                        nell,
                        LetterKind.O_02,
                        Map.of("name", "Casey Marlow", "phone", "01632 960700", "email", "casey@example.org"),
                        List.of());
                return null;
            });
            people.runJobs();
            people.complete("manager", nell, "userTask_nameCaseManager", Map.of());
            List<Task> both = people.tasks(nell, "userTask_checkAndSign");
            assertThat(both).hasSize(2);

            people.complete("caseworker", both.get(0), Map.of("verdict", "SIGN"));
            assertThat(letter(nell, LetterKind.O_02).state()).isEqualTo(LetterState.SENT);
            assertThatThrownBy(() -> people.complete("caseworker", both.get(1), Map.of("verdict", "AGAIN")))
                    .hasMessageContaining("This letter was signed from another task and is on its way");
            people.complete("caseworker", both.get(1), Map.of("verdict", "SIGN"));

            assertThat(openTasks(nell)).containsExactly("userTask_chooseAdvisers");
            assertThat(happened(nell, "Letter sent: O-02 Introduction of the case manager"))
                    .as("one letter, sent once")
                    .hasSize(1);
            assertThat(jobsOf(nell)).noneMatch(job -> job.getRetries() == 0);
        }

        @Test
        void aLetterThatIsSentAgain_isNotTakenUpByAStepAsItsOwn() {
            String nell = decidedToAssess();
            people.complete("manager", nell, "userTask_nameCaseManager", Map.of());
            sign("caseworker", nell);
            long first = letter(nell, LetterKind.O_02).id();
            people.as("caseworker", () -> {
                fromTheCase.again(nell, first, "It came back marked as gone away.");
                return null;
            });
            people.runJobs();
            long again = lettersOf(nell, LetterKind.O_02).get(1).id();

            long ofAStep = preparation
                    .prepare(nell, LetterKind.O_02, null, reading.facts(first), "manager")
                    .id();

            assertThat(ofAStep).isNotEqualTo(again);
            assertThat(reading.resends(ofAStep)).as("its effects are its own").isEmpty();
            assertThat(reading.resends(again)).hasValue(first);
            sign("caseworker", nell);
            assertThat(reading.get(again).state()).isEqualTo(LetterState.SENT);
        }

        private String decidedToAssess() {
            on(2026, 9, 14);
            String nell = nellsRequestArrives(LocalDate.of(2026, 9, 14));
            people.runJobs();
            sign("caseworker", nell);
            consider(nell);
            decideToAssess(nell, true, true);
            sign("caseworker", nell);
            return nell;
        }

        @Test
        void aLetterFoundNotToHaveLeft_isSentOnceMore() {
            String nell = nellsRequestByEmail();
            server.trouble = Trouble.TAKES_THE_LETTER_AND_DIES;
            sign("caseworker", nell);
            server.trouble = Trouble.NONE;
            on(2026, 9, 15);

            people.complete(
                    "caseworker",
                    nell,
                    "userTask_settleSending",
                    Map.of("outcome", "HAS_NOT_LEFT", "how", "She has looked everywhere."));

            assertThat(server.letters).hasValue(2);
            assertThat(mother(nell).sentOn()).isEqualTo(LocalDate.of(2026, 9, 15));
            assertThat(openTasks(nell)).containsExactly("userTask_considerRequest");
        }

        /** By post there is nothing to fall back to: the manager sees the incident, and nothing is lost. */
        @Test
        void aFullDisk_isAnIncidentForTheManager_andTheLetterLeavesOnceThereIsRoom() throws IOException {
            on(2026, 9, 14);
            String nell = nellsRequestArrives(LocalDate.of(2026, 9, 14));
            people.runJobs();
            signed(nell);
            Path away = outbox.resolveSibling(outbox.getFileName() + "-away");
            Files.move(outbox, away);
            try {
                for (int i = 0; i < 6; i++) {
                    tryToSend(nell);
                    clock.standAt(LocalDateTime.now(clock).plusHours(7));
                }
                Job job = sendingJob(nell);
                assertThat(job.getRetries()).isZero();
                assertThat(job.getExceptionMessage()).startsWith("The outbox folder cannot be written");
                assertThat(runtime.createIncidentQuery()
                                .activityId("serviceTask_dispatchLetter")
                                .list())
                        .extracting(Incident::getIncidentType)
                        .containsExactly("failedJob");
                assertThat(reading.sendings(letter(nell, LetterKind.L_01).id()))
                        .as("each try and what became of it, for the caseworker")
                        .hasSize(12)
                        .last()
                        .satisfies(last -> assertThat(last.sentence())
                                .startsWith("The outbox folder cannot be written")
                                .doesNotContain("Ashby"));
            } finally {
                Files.move(away, outbox);
            }

            management.setJobRetries(sendingJob(nell).getId(), 1);
            people.runJobs();

            assertThat(letter(nell, LetterKind.L_01).state()).isEqualTo(LetterState.SENT);
            assertThat(runtime.createIncidentQuery().count()).isZero();
            assertThat(jdbc.queryForObject(
                            "select count(*) from letter_sending where what = 'HANDED_OVER' and letter_id = ?",
                            Long.class,
                            letter(nell, LetterKind.L_01).id()))
                    .isEqualTo(1);
        }

        @Test
        void whereTheTableWantsTwo_anotherPersonMustAgree() throws IOException {
            theTableWantsASecondCheckOfL01();
            on(2026, 9, 14);
            String nell = nellsRequestArrives(LocalDate.of(2026, 9, 14));
            people.runJobs();

            sign("caseworker", nell);

            assertThat(openTasks(nell)).as("it comes back").containsExactly("userTask_checkAndSign");
            assertThat(letter(nell, LetterKind.L_01).state()).isEqualTo(LetterState.SIGNED);
            assertThatThrownBy(() -> sign("caseworker", nell))
                    .hasMessageContaining(
                            "You signed this letter yourself. Another person has to check it before it goes out.");
            assertThatThrownBy(() -> sign("panel", nell)).isInstanceOf(AuthorizationException.class);
            assertThat(letter(nell, LetterKind.L_01).state()).isEqualTo(LetterState.SIGNED);
            sign("caseworker2", nell);

            assertThat(letter(nell, LetterKind.L_01))
                    .returns(LetterState.SENT, one -> one.state())
                    .returns("caseworker", one -> one.signedBy());
        }

        @Test
        void whoDoesNotAgree_sendsTheLetterBack_andTheSignatureIsGone() throws IOException {
            theTableWantsASecondCheckOfL01();
            on(2026, 9, 14);
            String nell = nellsRequestArrives(LocalDate.of(2026, 9, 14));
            people.runJobs();
            sign("caseworker", nell);

            people.complete("caseworker2", nell, "userTask_checkAndSign", Map.of("verdict", "AGAIN"));

            assertThat(letter(nell, LetterKind.L_01).state()).isEqualTo(LetterState.PREPARED);
            sign("caseworker", nell);
            assertThat(letter(nell, LetterKind.L_01).state())
                    .as("signed again, and to be checked again")
                    .isEqualTo(LetterState.SIGNED);
        }

        @Test
        void aLetterSentAgain_isANewOneThatPointsToTheFirst_andTheFirstStaysAsItWas() {
            on(2026, 9, 14);
            String nell = nellsRequestArrives(LocalDate.of(2026, 9, 14));
            people.runJobs();
            sign("caseworker", nell);
            consider(nell);
            decideToAssess(nell, true, false);
            sign("manager", nell);
            long first = letter(nell, LetterKind.L_03).id();
            LetterRecipient sent = reading.recipients(first).get(0);
            on(2026, 9, 28);

            people.as("manager", () -> {
                fromTheCase.again(nell, first, "It came back marked as gone away.");
                return null;
            });
            people.runJobs();
            sign("manager", nell);

            assertThat(lettersOf(nell, LetterKind.L_03)).hasSize(2);
            long second = lettersOf(nell, LetterKind.L_03).get(1).id();
            assertThat(reading.resends(second)).hasValue(first);
            assertThat(reading.recipients(second).get(0))
                    .returns(LocalDate.of(2026, 9, 28), LetterRecipient::sentOn)
                    .returns(LocalDate.of(2026, 9, 30), LetterRecipient::servedOn);
            assertThat(reading.recipients(first).get(0))
                    .as("the first is as it was")
                    .isEqualTo(sent);
            assertThat(copies.madeFrom(sent.id()).orElseThrow())
                    .as("and tells what it was made from")
                    .contains("\"date\":\"2026-09-14\"", "\"appealBy\":", "Ruth Ashby");
            assertThat(deadline(nell, "REQ-04").metOn()).isEqualTo("2026-09-14");
            assertThat(deadline(nell, "MED-02").clockStart())
                    .as("the family's time runs from the first")
                    .isEqualTo("2026-09-14");
            assertThat(happened(nell, "Letter sent again: L-03"))
                    .containsExactly("2026-09-28T09:00 It came back marked as gone away.");
        }

        private void theTableWantsASecondCheckOfL01() throws IOException {
            String changed = Files.readString(Path.of("processes/letter-handling.dmn"))
                    .replaceFirst("(<outputEntry id=\"secondCheck_L_01\">\\s*<text>)false", "$1true");
            table = repository
                    .createDeployment()
                    .name("the analyst's table")
                    .addString("letter-handling.dmn", changed)
                    .deploy()
                    .getId();
        }

        private String nellsRequestByEmail() {
            on(2026, 9, 14);
            Map<String, Object> form = nellsRequest(LocalDate.of(2026, 9, 14));
            form.put("contact1Channel", "EMAIL");
            form.put("contact1EmailConsent", true);
            form.put("contact1Email", "ruth@example.org");
            String nell = people.request("caseworker", form);
            people.runJobs();
            // The acknowledgement has gone out; the trouble is about what follows.
            server.letters.set(0);
            return nell;
        }

        /** Signed and made, and not yet sent. */
        private void signed(String nell) {
            people.as("caseworker", () -> {
                tasks.complete(people.task(nell, "userTask_checkAndSign").getId(), Map.of("verdict", "SIGN"));
                return null;
            });
            management.executeJob(jobsOf(nell).stream()
                    .filter(job -> activity(job).equals("serviceTask_renderLetter"))
                    .findFirst()
                    .orElseThrow()
                    .getId());
        }

        private void tryToSend(String nell) {
            assertThatThrownBy(() -> management.executeJob(sendingJob(nell).getId()))
                    .hasMessageNotContainingAny("Ashby", "ruth@");
        }

        private Job sendingJob(String nell) {
            return jobsOf(nell).stream()
                    .filter(job -> activity(job).equals("serviceTask_dispatchLetter"))
                    .findFirst()
                    .orElseThrow();
        }

        private String activity(Job job) {
            return management
                    .createJobDefinitionQuery()
                    .jobDefinitionId(job.getJobDefinitionId())
                    .singleResult()
                    .getActivityId();
        }

        private LetterRecipient mother(String nell) {
            return recipients(nell, LetterKind.L_01).get(0);
        }
    }

    @Nested
    @OnH2
    class InH2 extends Told {}

    @Nested
    @OnPostgres
    class InPostgres extends Told {}
}
