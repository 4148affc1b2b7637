package org.ehcpathway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.letter.LetterState;
import org.ehcpathway.security.Visitor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** Twelve families have asked on one day; their letters L-01 are signed together, and a run makes them ready for print. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestPropertySource(properties = "ehc.letters.clockwork=false")
class SigningTogetherTest extends DeskStory {

    private static final Pattern TO_READ = Pattern.compile("/letters/to-sign/\\d+/letters/\\d+\\.pdf");

    @Autowired
    private TaskService tasks;

    @Autowired
    private HistoryService history;

    @Autowired
    private LetterReading reading;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private org.ehcpathway.letter.LetterRunWork work;

    @Override
    boolean visibleTo(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).count() == 1;
    }

    @Test
    @Order(1)
    void theSampleIsReadFirst_thenAllAreSignedThroughTheirTasks_andOneThatFailsStopsNoOther() {
        List<String> cases = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            cases.add(nellsRequest());
        }
        Visitor caseworker = signedIn("caseworker");
        assertThat(text(caseworker.get("/letters/to-sign"))).contains("L-01 Consultation after a request: 12");

        String batch = caseworker.target(caseworker.postForm("/letters/to-sign", ""));
        List<String> sample = sample(caseworker.get(batch));
        assertThat(sample).as("one in ten of twelve").hasSize(2);
        HttpResponse<String> tooEarly = caseworker.postForm(batch + "/sign", "");
        assertThat(tooEarly.statusCode()).isEqualTo(400);
        assertThat(text(tooEarly)).contains("Open every letter of the sample first. Nothing was signed.");
        for (String letter : sample) {
            assertThat(caseworker.get(letter).headers().firstValue("Content-Type"))
                    .hasValue("application/pdf");
        }
        assertThat(text(caseworker.get(batch))).contains("I have read the sample and sign all 12");
        people.complete("caseworker2", cases.get(3), "userTask_checkAndSign", Map.of("verdict", "SIGN"));
        caseworker.postForm(batch + "/sign", "");

        assertThat(text(caseworker.get(batch)))
                .contains("11 of 12 letters are signed.")
                .contains("Not signed The task is no longer");
        for (int i = 0; i < 12; i++) {
            Letter letter = reading.of(cases.get(i)).get(0);
            assertThat(letter.state()).isNotEqualTo(LetterState.PREPARED);
            assertThat(letter.signedBy()).isEqualTo(i == 3 ? "caseworker2" : "caseworker");
            assertThat(letter.signerName()).isEqualTo(i == 3 ? "Rowan Tate" : "Casey Marlow");
            assertThat(history.createHistoricTaskInstanceQuery()
                            .processInstanceBusinessKey(cases.get(i))
                            .taskDefinitionKey("userTask_checkAndSign")
                            .finished()
                            .count())
                    .as("process and file agree")
                    .isEqualTo(1);
        }
        assertThat(jdbc.queryForList(
                        "select drawn_by from signing_batch b where exists (select 1 from signing_batch_letter l"
                                + " where l.batch_id = b.id and l.sampled and l.read_at is not null)",
                        String.class))
                .as("who has read the sample is kept")
                .containsExactly("caseworker");
    }

    @Test
    @Order(2)
    void aRunMakesThemReady_whileTheManagerWatches() throws Exception {
        Visitor manager = signedIn("manager");
        assertThat(text(manager.get("/letters/runs"))).contains("11 signed letters wait to be made.", "Start a run");
        String run = manager.target(manager.postForm("/letters/runs", ""));
        assertThat(text(manager.get(run))).contains("0 of 11 letters are ready for print.", "Cancel the run");
        assertThat(manager.get(run).body())
                .contains("/public/run.js", "data-run=\"" + run.replace("/letters/runs", "/api/letter-runs"));
        assertThat(text(manager.get("/letters/runs")))
                .contains("Watch the run that is under way")
                .doesNotContain("Start a run");

        work.takeUp();

        HttpResponse<String> done = manager.get(run);
        assertThat(text(done)).contains("Finished. 11 of 11 letters are ready for print.");
        assertThat(done.body()).doesNotContain("/public/run.js", "http-equiv=\"refresh\"");
        JsonNode json = new ObjectMapper()
                .readTree(manager.getJson("/api" + run.replace("/letters/runs", "/letter-runs"))
                        .body());
        assertThat(json.path("state").asText()).isEqualTo("FINISHED");
        assertThat(json.path("ready").asInt()).isEqualTo(11);
        assertThat(json.path("percent").asInt()).isEqualTo(100);
        people.runJobs();
        assertThat(jdbc.queryForObject(
                        "select count(*) from letter_sending s join letter l on l.id = s.letter_id"
                                + " where s.what = 'HANDED_OVER' and l.kind = 'L_01'",
                        Long.class))
                .as("their own processes went on without sending anything again")
                .isEqualTo(12);
    }

    @Test
    @Order(3)
    void nobodyElseSignsOrRuns() {
        Visitor caseworker = signedIn("caseworker");
        assertThat(caseworker.get("/letters/runs").statusCode()).isEqualTo(403);
        assertThat(caseworker.postForm("/letters/runs", "").statusCode()).isEqualTo(403);
        assertThat(caseworker.getJson("/api/letter-runs/1").statusCode()).isEqualTo(403);
        assertThat(signedIn("adviser").get("/letters/to-sign").statusCode()).isEqualTo(403);
        nellsRequest();
        assertThat(text(signedIn("caseworkersouth").get("/letters/to-sign")))
                .as("another team's letters")
                .contains("No letter that may be signed together with others waits for you.");
        String batch = caseworker.target(caseworker.postForm("/letters/to-sign", ""));
        assertThat(signedIn("caseworker2").get(batch).statusCode())
                .as("who signs has read the sample himself")
                .isEqualTo(403);
        assertThat(signedIn("manager").get("/letters/to-sign/999").statusCode()).isEqualTo(400);
    }

    private static List<String> sample(HttpResponse<String> page) {
        List<String> found = new ArrayList<>();
        for (String row : page.body().split("<tr>")) {
            Matcher link = TO_READ.matcher(row);
            if (row.contains("To be read") && link.find()) {
                found.add(link.group());
            }
        }
        return found;
    }
}
