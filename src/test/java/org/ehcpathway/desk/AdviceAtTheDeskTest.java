package org.ehcpathway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.AdviceKind;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.AdviceState;
import org.ehcpathway.casefile.AdviceStep;
import org.ehcpathway.casefile.AdviceSteps;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.security.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Advice looked after on the case page: a wrong file, one more adviser, late evidence; and what advisers see of each other. */
class AdviceAtTheDeskTest extends DeskStory {

    private static final String WHY = "Page two was about another child’s clinic.";

    @Autowired
    AdviceRegister register;

    @Autowired
    AdviceSteps steps;

    @Autowired
    Documents documents;

    @Autowired
    TaskService tasks;

    private String nell;

    @Override
    boolean visibleTo(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).count() == 1;
    }

    @BeforeEach
    void theAdvisersHaveBeenAsked() {
        nell = nellsAssessment();
    }

    @Test
    void aWrongReportIsReplaced_andTheEarlierOneCanStillBeOpened() {
        Document wrong = paper(DocumentKind.ADVICE, "Wrong report");
        Document right = paper(DocumentKind.ADVICE, "Right report");
        Advice psychology = of(AdviceKind.PSYCHOLOGICAL);
        register.receive(psychology.id(), MONDAY, wrong.id(), null, "adviser");
        Visitor caseworker = signedIn("caseworker");
        assertThat(text(caseworker.get("/cases/" + nell))).contains("Replace a report", "Ask one more adviser");

        Map<String, String> form = new LinkedHashMap<>();
        form.put("adviceId", psychology.id().toString());
        form.put("documentId", right.id().toString());
        form.put("receivedOn", MONDAY.toString());
        form.put("reason", "No.");
        HttpResponse<String> refused = send(caseworker, "replace", form);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(text(refused))
                .contains("Nothing was saved", "Give the reason for replacing the report in at least 20 characters");
        assertThat(refused.body())
                .as("what was typed is still there")
                .contains("<option value=\"" + right.id() + "\" selected=\"selected\">Right report</option>");

        form.put("reason", WHY);
        assertThat(send(caseworker, "replace", form).statusCode()).isEqualTo(302);
        assertThat(of(AdviceKind.PSYCHOLOGICAL).documentId()).isEqualTo(right.id());
        HttpResponse<String> page = caseworker.get("/cases/" + nell);
        assertThat(text(page)).contains("Report replaced by another one", WHY);
        assertThat(page.body()).contains("/documents/" + wrong.id());
        assertThat(caseworker.get("/documents/" + wrong.id()).statusCode()).isEqualTo(200);
    }

    @Test
    void oneMoreAdviserIsAsked_andTheLetterWaitsToBeSigned() {
        Visitor caseworker = signedIn("caseworker");
        Map<String, String> form = speechTherapist();
        form.put("postcode", "nowhere");
        assertThat(send(caseworker, "add", form).statusCode()).isEqualTo(400);
        form.put("postcode", "ZX2 2BB");
        form.put("kind", "MEDICAL");
        assertThat(text(send(caseworker, "add", form))).contains("regulation 6(1)(f) or (h)");
        form.put("kind", "REQUESTED_BY_FAMILY");
        assertThat(send(caseworker, "add", form).statusCode()).isEqualTo(302);
        people.runJobs();

        assertThat(of(AdviceKind.REQUESTED_BY_FAMILY).state()).isEqualTo(AdviceState.TO_BE_ASKED);
        people.complete("caseworker", nell, "userTask_checkAndSign", Map.of("verdict", "SIGN"));
        assertThat(of(AdviceKind.REQUESTED_BY_FAMILY).requestedOn()).isEqualTo("2026-09-14");
    }

    @Test
    void whatCannotBeIsRefusedWithASentence_neverWithAFault() {
        Visitor caseworker = signedIn("caseworker");
        String long200k = "x".repeat(200_000);
        for (Map<String, String> bad : List.of(
                Map.of("why", long200k),
                Map.of("why", "Bell \u0007 and more words here"),
                Map.of("name", "  "),
                Map.of("email", "nobody"),
                Map.of("kind", "NOBODY"))) {
            Map<String, String> form = speechTherapist();
            form.putAll(bad);
            assertThat(send(caseworker, "add", form).statusCode())
                    .as(bad.keySet().toString())
                    .isEqualTo(400);
        }
        for (Map<String, String> bad : List.of(
                Map.of("adviceId", "999999999", "documentId", "1"),
                Map.of("adviceId", "abc"),
                Map.of("adviceId", of(AdviceKind.MEDICAL).id().toString(), "receivedOn", "31 February"),
                Map.<String, String>of())) {
            assertThat(send(caseworker, "replace", bad).statusCode())
                    .as(bad.toString())
                    .isEqualTo(400);
            assertThat(send(caseworker, "reuse", bad).statusCode())
                    .as(bad.toString())
                    .isEqualTo(400);
        }
        assertThat(send(caseworker, "pass-on", Map.of("documentId", "999999999"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(register.of(nell)).extracting(Advice::kind).doesNotContain(AdviceKind.REQUESTED_BY_FAMILY);
    }

    @Test
    void lateEvidenceIsPassedOn_andThenTheAdviserMayReadIt() {
        Document diary = paper(DocumentKind.OTHER, "Diary of the mother");
        Visitor psychologist = signedIn("adviser");
        assertThat(psychologist.get("/documents/" + diary.id()).statusCode()).isEqualTo(404);

        assertThat(send(
                                signedIn("caseworker"),
                                "pass-on",
                                Map.of("documentId", diary.id().toString()))
                        .statusCode())
                .isEqualTo(302);

        assertThat(psychologist.get("/documents/" + diary.id()).statusCode()).isEqualTo(200);
        assertThat(steps.of(nell))
                .extracting(AdviceStep::what)
                .containsExactly(
                        AdviceStep.What.PASSED_ON,
                        AdviceStep.What.PASSED_ON,
                        AdviceStep.What.PASSED_ON,
                        AdviceStep.What.PASSED_ON);
    }

    @Test
    void aDoubleClickAsksOnce_andPassesOnOnce() throws InterruptedException {
        Visitor caseworker = signedIn("caseworker");
        Document diary = paper(DocumentKind.OTHER, "Diary of the mother");
        caseworker.get("/cases/" + nell);

        assertThat(twice(() -> send(caseworker, "add", speechTherapist()).statusCode()))
                .containsExactlyInAnyOrder(302, 400);
        assertThat(register.of(nell))
                .filteredOn(advice -> advice.kind() == AdviceKind.REQUESTED_BY_FAMILY)
                .hasSize(1);
        assertThat(text(send(caseworker, "add", speechTherapist())))
                .contains("Speech Clinic is being asked for this advice already.");

        Map<String, String> form = Map.of("documentId", diary.id().toString());
        assertThat(twice(() -> send(caseworker, "pass-on", form).statusCode())).containsExactlyInAnyOrder(302, 400);
        assertThat(steps.of(nell))
                .filteredOn(step -> step.what() == AdviceStep.What.PASSED_ON)
                .hasSize(4);
    }

    @Test
    void aLetterOfTheCouncilIsNoPaperToPassOn() {
        Document letter = documents.of(nell).stream()
                .filter(document -> document.kind() == DocumentKind.LETTER)
                .findFirst()
                .orElseThrow();
        assertThat(send(
                                signedIn("caseworker"),
                                "pass-on",
                                Map.of("documentId", letter.id().toString()))
                        .statusCode())
                .as("no list offers it, but its id can be sent")
                .isEqualTo(400);
        assertThat(steps.of(nell)).extracting(AdviceStep::what).doesNotContain(AdviceStep.What.PASSED_ON);
        assertThat(send(signedIn("caseworker"), "decision", Map.of()).statusCode())
                .as("exceptions are for managers")
                .isEqualTo(403);
        assertThat(send(signedIn("caseworker"), "burn", Map.of()).statusCode()).isEqualTo(404);
    }

    /** The same deed at the same moment from two threads; what became of each. */
    private static List<Integer> twice(Callable<Integer> deed) throws InterruptedException {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            return two.invokeAll(List.of(deed, deed)).stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (InterruptedException | ExecutionException failed) {
                            throw new IllegalStateException(failed);
                        }
                    })
                    .toList();
        } finally {
            two.shutdown();
        }
    }

    @Test
    void advisersSeeTheirOwnAdviceOnly_andNothingOnceTheirTaskIsDone() {
        Document report = paper(DocumentKind.ADVICE, "Report of the psychologist");
        Task task = psychologistsTask(nell);
        Visitor health = signedIn("adviserhealth");
        assertThat(text(health.get("/cases/" + nell)))
                .contains("Your advice", "Medical advice")
                .doesNotContain("Psychological advice", "Replace a report", "Ask one more adviser");
        assertThat(health.get("/cases/by-task/" + task.getId()).statusCode()).isEqualTo(404);
        assertThat(health.get("/documents/" + report.id()).statusCode()).isEqualTo(404);
        assertThat(people.as("adviserhealth", () -> visibleTo(task))).isFalse();
        assertThat(send(health, "add", speechTherapist()).statusCode()).isEqualTo(403);

        people.complete(
                "adviser",
                task,
                Map.of("outcome", "RECEIVED", "receivedOn", MONDAY.toString(), "words", "Nell needs help to read."));
        assertThat(signedIn("adviser").get("/cases/" + nell).statusCode())
                .as("the task is done, and with it the right to see")
                .isEqualTo(404);
    }

    private static Map<String, String> speechTherapist() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("kind", "REQUESTED_BY_FAMILY");
        form.put("name", "Speech Clinic");
        form.put("line1", "3 Well Road");
        form.put("town", "Exampleton");
        form.put("postcode", "ZX2 2BB");
        form.put("email", "");
        form.put("why", "The school’s report says that her speech must be looked at.");
        return form;
    }

    private HttpResponse<String> send(Visitor person, String act, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return person.postForm("/cases/" + nell + "/advice/" + act, body);
    }

    private Advice of(AdviceKind kind) {
        return register.of(nell).stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private Document paper(DocumentKind kind, String title) {
        return documents.add(nell, kind, title, "paper.txt", title.getBytes(StandardCharsets.UTF_8), "caseworker");
    }
}
