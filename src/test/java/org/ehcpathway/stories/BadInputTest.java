package org.ehcpathway.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.casefile.Decision;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What cannot stand is refused with one sentence and changes nothing, by whichever door of the engine it comes: the form
 * service, which Tasklist uses, or the task service, which a program can use past the form.
 */
class BadInputTest {

    private static final String THIRTY_THOUSAND = "Nell needs help. ".repeat(1765);

    private enum Door {
        FORM,
        TASK
    }

    abstract static class Told extends Story {

        @Autowired
        JdbcTemplate database;

        @Autowired
        FormService formService;

        @Autowired
        RepositoryService repository;

        @Autowired
        IdentityService identities;

        @TestFactory
        Stream<DynamicTest> aRequestThatCannotStand() {
            on(2026, 9, 14);
            return Stream.of(
                    request(
                            "birthDate",
                            "2026-09-15",
                            "Check the date of birth; it is in the future, and a child not yet born has no request."),
                    request(
                            "birthDate",
                            "9 March 2018",
                            "“Date of birth” is not a date. Write it as day, month and year."),
                    request("birthDate", null, "Please fill in “Date of birth”."),
                    request(
                            "birthDate",
                            "2001-09-14",
                            "Check the date of birth; an EHC needs assessment can be requested only for a person under 25."),
                    request(
                            "upn",
                            "A801200005001",
                            "Check the UPN; its first letter does not fit the rest of the number."),
                    request(
                            "receivedOn",
                            "2026-09-15",
                            "Check the date the request was received; it is in the future."),
                    request(
                            "receivedOn",
                            "2018-03-08",
                            "Check both dates; the request cannot have been received before the birth."),
                    request("postcode", "NOWHERE", "Check the postcode; write it like SW1A 2AA or BFPO 57."),
                    request("favouriteColour", "blue", "This form has no field “favouriteColour”. Nothing was saved."),
                    request("req04Due", "2030-01-01T23:59:59", "This form has no field “req04Due”. Nothing was saved."),
                    request(
                            "caseReference",
                            "EHC-2026-00001",
                            "This form has no field “caseReference”. Nothing was saved."),
                    request(
                            "team",
                            "team-west",
                            "Choose one of the council's teams; the team given is not one of them."),
                    request("firstNames", 42, "“First names” must be text."),
                    request("firstNames", List.of("Nell"), "“First names” must be text."),
                    request("firstNames", new byte[] {1}, "“First names” must be text."),
                    request(
                            "contact1Responsibility",
                            "yes",
                            "“Has parental responsibility” must be ticked or not ticked."),
                    request("contact1Responsibility", 1, "“Has parental responsibility” must be ticked or not ticked."),
                    request("source", "NEIGHBOUR", "“Who asks” has no such choice. Please choose again."),
                    request(
                            "requestSummary",
                            THIRTY_THOUSAND,
                            "“What the request says” is too long: at most 20,000 characters can be kept here. Upload a"
                                    + " longer text as a paper."),
                    request(
                            "firstNames",
                            "Ne\u0000ll",
                            "“First names” contains characters that cannot be printed. Please type it again."),
                    request(
                            "requestSummary",
                            "Nell\u0007 needs help",
                            "“What the request says” contains characters that cannot be printed. Please type it again."),
                    request(
                            "lastName",
                            "\u202Eybhsa",
                            "“Last name” contains characters that cannot be printed. Please type it again."));
        }

        private DynamicTest request(String field, Object value, String sentence) {
            Map<String, Object> form = nellsRequest(LocalDate.of(2026, 9, 14));
            if (value == null) {
                form.remove(field);
            } else {
                form.put(field, value);
            }
            return DynamicTest.dynamicTest(
                    field + " of the request: " + sentence,
                    () -> refused(sentence, () -> people.request("caseworker", form)));
        }

        @Test
        void onlyThoseWhoLogRequestsStartACase() {
            on(2026, 9, 14);
            Map<String, Object> form = nellsRequest(LocalDate.of(2026, 9, 14));
            form.put("team", "team-north");
            for (String user : List.of("adviser", "panel", "setting", "data", "tribunal", "analyst")) {
                notAllowed(() -> people.request(user, form));
            }
            refused("Please sign in first: every record names the person who made it.", () -> {
                formService.submitStartForm(pathway("needs-assessment"), form);
            });
        }

        @Test
        void aCaseStartsWithItsFormAndAtItsBeginning() {
            on(2026, 9, 14);
            Map<String, Object> stray = new HashMap<>(Map.of("caseReference", "EHC-2026-00001", "team", "team-north"));
            stray.put("managerTeam", "managers-north");
            for (String rule : List.of("req04", "plan01", "plan06")) {
                for (String moment : List.of("Due", "WarnAt", "MissedAt")) {
                    stray.put(rule + moment, "2026-10-26T23:59:59");
                }
            }
            for (String user : List.of("caseworker", "support", "admin")) {
                refused(
                        "A pathway is started by sending its form.",
                        () -> as(user, () -> runtime.startProcessInstanceByKey("needs-assessment", stray)));
                refused(
                        "A pathway is started by sending its form.",
                        () -> as(
                                user,
                                () -> runtime.startProcessInstanceById(pathway("needs-assessment"), "key", stray)));
                // In the middle the engine already fails at the limits, which no form has computed.
                unchanged(() -> as(user, () -> runtime.createProcessInstanceByKey("needs-assessment")
                        .startBeforeActivity("userTask_decideWhetherToIssue")
                        .setVariables(stray)
                        .execute(true, true)));
            }
            for (String child : List.of("decide-to-assess", "statutory-letter", "finalise-plan", "statutory-limit")) {
                notAllowed(() -> as("caseworker", () -> runtime.startProcessInstanceByKey(child, stray)));
                notAllowed(() -> as("caseworker", () -> formService.submitStartForm(pathway(child), Map.of())));
                refused(
                        "The field team is the pathway's own and cannot be set by a form.",
                        () -> as("caseworker", () -> formService.submitStartForm(pathway(child), Map.of("team", "x"))));
            }
        }

        @TestFactory
        Stream<DynamicTest> aDecisionThatCannotStand() {
            String nell = toTheFirstDecision();
            List<DynamicTest> tests = new ArrayList<>();
            for (Door door : Door.values()) {
                tests.add(decision(nell, door, "reasons", null, "Please fill in “Reasons”."));
                tests.add(decision(nell, door, "reasons", "   ", "Please fill in “Reasons”."));
                tests.add(decision(
                        nell,
                        door,
                        "reasons",
                        "No.",
                        "Give the reasons for the decision in at least 20 characters that say something."));
                tests.add(decision(
                        nell,
                        door,
                        "reasons",
                        "........................",
                        "Give the reasons for the decision in at least 20 characters that say something."));
                tests.add(decision(
                        nell,
                        door,
                        "reasons",
                        THIRTY_THOUSAND,
                        "“Reasons” is too long: at most 20,000 characters can be kept here. Upload a longer text as a"
                                + " paper."));
                tests.add(decision(
                        nell,
                        door,
                        "evidence",
                        "School\u001B[31m report",
                        "“Evidence relied on” contains characters that cannot be printed. Please type it again."));
                tests.add(decision(
                        nell,
                        door,
                        "hasSen",
                        "MAYBE",
                        "“Special educational needs” has no such choice. Please choose again."));
                tests.add(decision(nell, door, "hasSen", true, "“Special educational needs” must be text."));
                tests.add(decision(nell, door, "hasSen", null, "Please fill in “Special educational needs”."));
                for (String reserved : List.of(
                        "assess", "team", "managerTeam", "req04Due", "caseReference", "child", "letterSigned")) {
                    tests.add(decision(
                            nell,
                            door,
                            reserved,
                            "x",
                            "This form has no field “" + reserved + "”. Nothing was saved."));
                }
            }
            return tests.stream();
        }

        private DynamicTest decision(String reference, Door door, String field, Object value, String sentence) {
            Map<String, Object> form = refusal();
            if (value == null) {
                form.remove(field);
            } else {
                form.put(field, value);
            }
            return DynamicTest.dynamicTest(
                    field + " by the door " + door + ": " + sentence,
                    () -> refused(
                            sentence, () -> send(door, "manager", reference, "userTask_decideWhetherToAssess", form)));
        }

        @Test
        void nobodyDecidesWhoHasNotTheRole() {
            String nell = toTheFirstDecision();
            for (Door door : Door.values()) {
                for (String user : List.of(
                        "caseworker",
                        "caseworker2",
                        "panel",
                        "adviser",
                        "setting",
                        "support",
                        "data",
                        "analyst",
                        "managersouth")) {
                    notAllowed(() -> send(door, user, nell, "userTask_decideWhetherToAssess", refusal()));
                }
            }
            // The task may be given to somebody by name; the decision stays the manager's.
            Task task = people.task(nell, "userTask_decideWhetherToAssess");
            for (String user : List.of("caseworker", "panel", "adviser", "support")) {
                tasks.setAssignee(task.getId(), user);
                for (Door door : Door.values()) {
                    notAllowed(
                            "Whether to assess is decided by a manager.",
                            () -> send(door, user, nell, "userTask_decideWhetherToAssess", refusal()));
                }
            }
            tasks.setAssignee(task.getId(), null);
            for (Door door : Door.values()) {
                refused("Please sign in first: every record names the person who made it.", () -> {
                    if (door == Door.FORM) {
                        formService.submitTaskForm(task.getId(), refusal());
                    } else {
                        tasks.complete(task.getId(), refusal());
                    }
                });
            }
            assertThat(file(nell).decisions()).isEmpty();
        }

        @Test
        void aTaskThatSomebodyElseHasClaimedIsTheirs() {
            String nell = toTheFirstDecision();
            String task = people.task(nell, "userTask_decideWhetherToAssess").getId();
            tasks.setAssignee(task, "managersouth");
            for (Door door : Door.values()) {
                refused(
                        "This task has been claimed by managersouth. Ask them, or have a manager assign it to you.",
                        () -> send(door, "manager", nell, "userTask_decideWhetherToAssess", refusal()));
            }
        }

        @Test
        void aTaskIsDoneOnce() {
            String nell = toTheFirstDecision();
            String task = people.task(nell, "userTask_decideWhetherToAssess").getId();
            as("manager", () -> {
                formService.submitTaskForm(task, refusal());
                return null;
            });
            for (Door door : Door.values()) {
                Throwable thrown = unchanged(() -> as("manager", () -> {
                    if (door == Door.FORM) {
                        formService.submitTaskForm(task, refusal());
                    } else {
                        tasks.complete(task, refusal());
                    }
                    return null;
                }));
                assertThat(thrown).isInstanceOf(ProcessEngineException.class).hasMessageContaining("Cannot find task");
            }
            assertThat(file(nell).decisions()).hasSize(1);
        }

        @Test
        void aTaskIsLeftByItsFormAlone() {
            String nell = toTheFirstDecision();
            String task = people.task(nell, "userTask_decideWhetherToAssess").getId();
            Map<String, Object> words = Map.of("assess", false, "team", "team-south", "words", "Nell Ashby");
            for (String user : List.of("manager", "caseworker")) {
                tasks.setAssignee(task, user);
                String sentence = "A task is completed by sending its form.";
                refused(sentence, () -> as(user, () -> act(() -> tasks.resolveTask(task))));
                refused(sentence, () -> as(user, () -> act(() -> tasks.resolveTask(task, words))));
                refused(sentence, () -> as(user, () -> act(() -> tasks.handleBpmnError(task, "no"))));
                refused(sentence, () -> as(user, () -> act(() -> tasks.handleBpmnError(task, "no", "no", words))));
                refused(sentence, () -> as(user, () -> act(() -> tasks.handleEscalation(task, "no"))));
                refused(sentence, () -> as(user, () -> act(() -> tasks.handleEscalation(task, "no", words))));
            }
        }

        @Test
        void nobodyReachesTheVariablesAndDatesOfACasePastTheForms() {
            String nell = toTheFirstDecision();
            Task task = people.task(nell, "userTask_decideWhetherToAssess");
            String id = task.getId();
            for (String user : List.of("manager", "caseworker", "support", "data")) {
                tasks.setAssignee(id, user.equals("manager") || user.equals("caseworker") ? user : null);
                notAllowed(() -> as(user, () -> act(() -> tasks.setVariable(id, "req04Due", "2030-01-01T23:59:59"))));
                notAllowed(() -> as(user, () -> act(() -> tasks.setVariables(id, Map.of("team", "team-south")))));
                notAllowed(() -> as(user, () -> act(() -> tasks.removeVariable(id, "team"))));
                notAllowed(() ->
                        as(user, () -> act(() -> runtime.setVariable(task.getProcessInstanceId(), "assess", true))));
                notAllowed(() ->
                        as(user, () -> act(() -> runtime.deleteProcessInstance(task.getProcessInstanceId(), "gone"))));
                notAllowed(() -> as(
                        user,
                        () -> act(() -> runtime.createProcessInstanceModification(task.getProcessInstanceId())
                                .startAfterActivity("userTask_decideWhetherToAssess")
                                .execute())));
            }
            tasks.setAssignee(id, "caseworker");
            notAllowed(() -> as("caseworker", () -> act(() -> tasks.setPriority(id, 0))));
            notAllowed(() -> as(
                    "caseworker",
                    () -> act(() -> {
                        Task mine = tasks.createTaskQuery().taskId(id).singleResult();
                        mine.setDueDate(null);
                        tasks.saveTask(mine);
                    })));
        }

        @Test
        void wordsAndPapersOfAChildDoNotGoToTheEngine() {
            String nell = toTheFirstDecision();
            Task task = people.task(nell, "userTask_decideWhetherToAssess");
            for (String user : List.of("manager", "adviser")) {
                refused(
                        "Words about a case go into its forms, where they are kept with the file.",
                        () -> as(
                                user,
                                () -> tasks.createComment(task.getId(), task.getProcessInstanceId(), "Nell Ashby")));
                refused(
                        "Papers are uploaded on the Case tab, where they are kept with the file.",
                        () -> as(
                                user,
                                () -> tasks.createAttachment(
                                        "text",
                                        task.getId(),
                                        task.getProcessInstanceId(),
                                        "Report",
                                        "",
                                        "https://example.org")));
            }
        }

        @Test
        void whatSomebodyTypesStaysTextWhateverItLooksLike() {
            String nell = toTheFirstDecision();
            String typed =
                    "<script>alert('x')</script> & ${execution.setVariable('team', 'none')} #{7*7} [[${v}]] \\u0041";
            Map<String, Object> form = refusal();
            form.put("evidence", typed);
            send(Door.TASK, "manager", nell, "userTask_decideWhetherToAssess", form);
            people.runJobs();
            sign("manager", nell);
            assertThat(file(nell).decisions()).extracting(Decision::evidence).containsExactly(typed);
            assertThat(words(nell, LetterKind.L_03, "Ruth Ashby")).contains(typed);
        }

        @Test
        void longTextOfManyLinesIsTakenAsItIs() {
            on(2026, 9, 14);
            String nell = nellsRequestArrives(LocalDate.of(2026, 9, 14));
            people.runJobs();
            sign("caseworker", nell);
            String evidence =
                    "Line of evidence on what has been tried.\n".repeat(480).strip();
            people.complete(
                    "caseworker",
                    nell,
                    "userTask_considerRequest",
                    Map.of("evidence", evidence, "planMayBeNecessary", "YES", "advice", "ASSESS"));
            assertThat(happened(nell, "Request considered: Assess")).containsExactly("2026-09-14T09:00 " + evidence);
        }

        @Test
        void ofTwoManagersAtOnceOneDecides() throws Exception {
            String nell = toTheFirstDecision();
            secondManager();
            String task = people.task(nell, "userTask_decideWhetherToAssess").getId();
            CyclicBarrier together = new CyclicBarrier(2);
            ExecutorService two = Executors.newFixedThreadPool(2);
            Callable<Throwable> first = () -> catchThrowable(() -> as(
                    "manager",
                    () -> act(() -> {
                        await(together);
                        formService.submitTaskForm(task, refusal());
                    })));
            Callable<Throwable> second = () -> catchThrowable(() -> as(
                    "manager2",
                    () -> act(() -> {
                        await(together);
                        tasks.complete(task, agreement());
                    })));
            List<Throwable> outcomes = new ArrayList<>();
            for (Future<Throwable> outcome : two.invokeAll(List.of(first, second), 1, TimeUnit.MINUTES)) {
                outcomes.add(outcome.get());
            }
            two.shutdown();

            assertThat(outcomes)
                    .as("one of the two")
                    .filteredOn(outcome -> outcome == null)
                    .hasSize(1);
            assertThat(outcomes).filteredOn(outcome -> outcome != null).allSatisfy(outcome -> assertThat(outcome)
                    .isInstanceOf(ProcessEngineException.class));
            assertThat(file(nell).decisions()).hasSize(1);
            people.runJobs();
            boolean refused = file(nell).decisions().get(0).kind() == DecisionKind.NOT_ASSESS;
            assertThat(file(nell).decisions().get(0).decidedBy()).isEqualTo(refused ? "manager" : "manager2");
            assertThat(lettersOf(nell, LetterKind.L_03)).hasSize(refused ? 1 : 0);
            assertThat(lettersOf(nell, LetterKind.L_04)).hasSize(refused ? 0 : 1);
            assertThat(openTasks(nell)).containsExactly("userTask_checkAndSign");
        }

        private static void await(CyclicBarrier barrier) {
            try {
                barrier.await(30, TimeUnit.SECONDS);
            } catch (Exception late) {
                throw new IllegalStateException(late);
            }
        }

        private void secondManager() {
            if (identities.createUserQuery().userId("manager2").count() == 0) {
                User user = identities.newUser("manager2");
                user.setFirstName("Remy");
                user.setLastName("Adair");
                identities.saveUser(user);
                identities.createMembership("manager2", "managers");
                identities.createMembership("manager2", "managers-north");
            }
        }

        private String toTheFirstDecision() {
            on(2026, 9, 14);
            String nell = nellsRequestArrives(LocalDate.of(2026, 9, 14));
            people.runJobs();
            sign("caseworker", nell);
            on(2026, 9, 21);
            consider(nell);
            return nell;
        }

        private static Map<String, Object> refusal() {
            Map<String, Object> form = new HashMap<>();
            form.put("hasSen", "YES");
            form.put("planMayBeNecessary", "NO");
            form.put("reasons", "Nell’s school can meet her needs from what it has, and she makes good progress.");
            form.put("evidence", "School report of 1 September 2026.");
            form.put("beforeAnswer", "The family told us by telephone that it has nothing to add.");
            return form;
        }

        private static Map<String, Object> agreement() {
            Map<String, Object> form = refusal();
            form.put("planMayBeNecessary", "YES");
            form.put("reasons", "Nell has made little progress although her school has helped her in many ways.");
            return form;
        }

        private void send(Door door, String user, String reference, String taskKey, Map<String, Object> form) {
            String task = people.task(reference, taskKey).getId();
            as(
                    user,
                    () -> act(() -> {
                        if (door == Door.FORM) {
                            formService.submitTaskForm(task, form);
                        } else {
                            tasks.complete(task, form);
                        }
                    }));
        }

        private String pathway(String key) {
            return repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(key)
                    .latestVersion()
                    .singleResult()
                    .getId();
        }

        private <T> T as(String user, java.util.function.Supplier<T> deed) {
            return people.as(user, deed);
        }

        private static Void act(Runnable deed) {
            deed.run();
            return null;
        }

        /** The sentence reaches the person as it is, and nothing has changed. */
        private void refused(String sentence, Runnable deed) {
            Throwable thrown = unchanged(deed);
            assertThat(sentences(thrown)).contains(sentence);
            assertThat(sentence)
                    .as("one sentence or two, no trace of the engine")
                    .doesNotContain("ENGINE-")
                    .endsWith(".");
        }

        private void notAllowed(Runnable deed) {
            assertThat(unchanged(deed)).isInstanceOf(AuthorizationException.class);
        }

        private void notAllowed(String sentence, Runnable deed) {
            assertThat(unchanged(deed))
                    .isInstanceOf(AuthorizationException.class)
                    .hasMessage(sentence);
        }

        private Throwable unchanged(Runnable deed) {
            Snapshot before = Snapshot.of(database);
            Throwable thrown = catchThrowable(deed::run);
            assertThat(thrown).as("it is refused").isNotNull();
            assertThat(Snapshot.of(database)).as("and nothing has changed").isEqualTo(before);
            return thrown;
        }

        private static List<String> sentences(Throwable thrown) {
            List<String> sentences = new ArrayList<>();
            for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal
                        || cause instanceof BadUserRequestException
                        || cause instanceof AuthorizationException) {
                    sentences.add(cause.getMessage());
                }
            }
            return sentences;
        }
    }

    @Nested
    @OnH2
    class InH2 extends Told {}

    @Nested
    @OnPostgres
    class InPostgres extends Told {}
}
