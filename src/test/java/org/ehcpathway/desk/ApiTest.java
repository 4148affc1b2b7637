package org.ehcpathway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.security.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What programs get from us, and how the engine's own REST API refuses. */
class ApiTest extends DeskStory {

    @Autowired
    ObjectMapper json;

    private Visitor program;

    @BeforeEach
    void aProgram() {
        program = Visitor.at(port);
    }

    @Override
    boolean visibleTo(Task task) {
        return true;
    }

    @Test
    void theClockAnswersByWhen() {
        JsonNode answer = body(get("caseworker", "/api/timescales/REQ-04?from=2026-09-14"));

        assertThat(answer.path("rule").asText()).isEqualTo("REQ-04");
        assertThat(answer.path("from").asText()).isEqualTo("2026-09-14");
        assertThat(answer.path("due").asText()).isEqualTo("2026-10-26");
        assertThat(answer.path("dayOfWeek").asText()).isEqualTo("Monday");
        assertThat(answer.path("source").asText()).contains("36(8)");
        assertThat(answer.path("counting").asText()).startsWith("Within 6 weeks");
        assertThat(answer.path("alternative").path("due").asText()).isEqualTo("2026-10-25");
    }

    @Test
    void theClockKnowsEveryRule() {
        JsonNode all = body(get("analyst", "/api/timescales"));

        assertThat(all.findValuesAsText("rule")).contains("REQ-01", "REQ-04", "ADV-02", "PLAN-01", "PLAN-06", "MED-02");
        assertThat(body(get("analyst", "/api/timescales/PLAN-06?from=2026-09-14"))
                        .path("due")
                        .asText())
                .isEqualTo("2027-02-01");
    }

    @Test
    void theClockSaysWhatFromIs_andWhichFurtherFactsARuleTakes() {
        JsonNode all = body(get("analyst", "/api/timescales"));

        assertThat(all).anySatisfy(rule -> {
            assertThat(rule.path("rule").asText()).isEqualTo("APP-01");
            assertThat(rule.path("clockStartsOn").asText()).contains("was sent");
            assertThat(rule.path("furtherFacts").path(0).path("name").asText()).isEqualTo("certificate");
            assertThat(rule.path("furtherFacts").path(0).path("meaning").asText())
                    .isEqualTo("the day the mediation certificate was issued");
        });
        assertThat(all.findValuesAsText("name"))
                .contains("certificate", "plan-made", "transfer", "sent", "meeting", "event", "request", "calendar");
    }

    @Test
    void furtherFactsMoveTheDate() {
        assertThat(due("APP-01?from=2026-10-01&certificate=2026-11-29")).isEqualTo("2027-01-04");
        assertThat(due("APP-02?from=2026-11-29&sent=2026-10-01")).isEqualTo("2027-01-04");
        assertThat(due("MOV-05?from=2026-11-02&plan-made=2026-06-17")).isEqualTo("2027-06-16");
        assertThat(due("MOV-05?from=2026-06-17&transfer=2026-11-02")).isEqualTo("2027-06-16");
        assertThat(due("MOV-05?from=2026-11-02&plan-made=2025-12-01")).isEqualTo("2027-02-01");
        assertThat(due("MOV-05?from=2026-11-02")).isEqualTo("2027-02-01");
        assertThat(due("MOV-02?from=2026-11-02&event=2026-11-23")).isEqualTo("2026-11-23");
        assertThat(due("MOV-02?from=2026-11-02&event=2026-11-20")).isEqualTo("2026-11-20");
        assertThat(due("MOV-07?from=2026-11-02&event=2026-11-10")).isEqualTo("2026-11-20");
        assertThat(due("REV-06?from=2026-10-01&event=2026-11-10")).isEqualTo("2026-10-27");
        assertThat(due("REV-04?from=2026-09-14&transfer=2027-09-01")).isEqualTo("2027-02-14");
        assertThat(due("CEA-02?from=2026-11-20&meeting=2026-11-10")).isEqualTo("2026-12-08");
        assertThat(due("CEA-08?from=2026-11-20")).isEqualTo("2027-07-31");
        assertThat(due("APP-05?from=2026-12-02")).isEqualTo("2027-01-21");
        assertThat(due("APP-05?from=2026-12-02&directions=2027-01-11")).isEqualTo("2027-01-11");
        assertThat(due("ORD-b(ii)?from=2027-02-12")).isEqualTo("2027-05-21");
        assertThat(due("ADV-06?from=2026-10-20&calendar=2026-10-26..2026-10-30"))
                .isEqualTo("2026-11-10");
        assertThat(due("REQ-04?from=2014-01-01")).isEqualTo("2014-02-12");
        assertThat(due("REQ-04?from=2100-12-31")).isEqualTo("2101-02-11");

        JsonNode late = body(get("caseworker", "/api/timescales/REV-12?from=2026-12-22&meeting=2026-11-10"));
        assertThat(late.path("due").asText()).isEqualTo("2027-02-02");
        assertThat(late.path("alternative").path("due").asText()).isEqualTo("2027-02-16");
        JsonNode lateNotice = body(get("caseworker", "/api/timescales/RAS-06?from=2026-11-20&request=2026-10-20"));
        assertThat(lateNotice.path("due").asText()).isEqualTo("2027-02-26");
        assertThat(lateNotice.path("alternative").path("due").asText()).isEqualTo("2027-02-10");
    }

    @Test
    void aRuleWithSeveralLimits_isAnsweredWithAllOfThem_orWithTheOneAskedFor() {
        JsonNode complaint = body(get("caseworker", "/api/timescales/OTH-03?from=2026-12-07"));

        assertThat(complaint.path("due").asText()).isEqualTo("2026-12-14");
        assertThat(complaint.path("parts").findValuesAsText("part"))
                .containsExactly("stage 1 reply", "stage 2 acknowledgement", "stage 2 reply");
        assertThat(complaint.path("parts").path(0).path("due").asText()).isEqualTo("2026-12-30");
        assertThat(complaint.path("parts").path(1).has("due")).isFalse();
        assertThat(complaint.path("parts").path(1).path("counting").asText())
                .contains("5 working days, from the day stage 2 was asked for");
        assertThat(due("OTH-03?from=2027-01-15&part=stage%202%20reply")).isEqualTo("2027-02-12");
        isProblem(
                get("caseworker", "/api/timescales/OTH-03?from=2027-01-15&part=stage%203"),
                400,
                "OTH-03 has no part \"stage 3\"; it has stage 1 reply,");
    }

    @Test
    void impossibleDates_areRefusedWithASentence() {
        isProblem(get("caseworker", "/api/timescales/REQ-04?from=2026-02-30"), 400, "\"from\" is not a date");
        isProblem(get("caseworker", "/api/timescales/REQ-04?from=2013-12-31"), 400, "2014 to 2100");
        isProblem(get("caseworker", "/api/timescales/REQ-04?from=2101-01-01"), 400, "2014 to 2100");
        isProblem(get("caseworker", "/api/timescales/REQ-04?from=%2B12026-01-01"), 400, "2014 to 2100");
        isProblem(
                get("caseworker", "/api/timescales/APP-01?from=2026-10-01&certificate=2026-09-30"),
                400,
                "cannot lie before the day the decision");
        isProblem(
                get("caseworker", "/api/timescales/REQ-04?from=2026-10-01&calendar=2026-10-26"),
                400,
                "not counted in school or institution days");
        isProblem(
                get("caseworker", "/api/timescales/ADV-06?from=2026-10-01&calendar=half-term"),
                400,
                "The closure \"half-term\" is not written as first and last closed day");
    }

    private String due(String question) {
        return body(get("caseworker", "/api/timescales/" + question))
                .path("due")
                .asText();
    }

    @Test
    void everyFailureIsAProblemWithASentence() {
        isProblem(get("caseworker", "/api/timescales/REQ-99?from=2026-09-14"), 404, "There is no rule with this id");
        isProblem(get("caseworker", "/api/timescales/REQ-04?from=14.9.2026"), 400, "\"from\" is not a date");
        isProblem(get("caseworker", "/api/timescales/REQ-04"), 400, "Give the day the clock starts");
        isProblem(
                get("caseworker", "/api/timescales/REQ-04?from=2026-09-14&colour=2026-09-14"),
                400,
                "REQ-04 does not depend on a date \"colour\"");
        isProblem(get("caseworker", "/api/cases/EHC-2026-99999"), 404, "There is no such case");
        isProblem(get("caseworker", "/api/cases?lateness=very"), 400, "Lateness is overdue or due-soon.");
        isProblem(get("caseworker", "/api/cases?stage=PARTY"), 400, "There is no such stage");
        isProblem(get("caseworker", "/api/cases?page=first"), 400, "\"page\" cannot be read");
        isProblem(get("caseworker", "/api/cases?size=100000"), 400, "1 to 200 cases");
        isProblem(get("caseworker", "/api/nothing"), 404, "There is nothing at this address.");
        isProblem(get("analyst", "/api/cases"), 403, "Your log-in does not show lists of cases.");
        isProblem(get("admin", "/api/overview"), 403, "Your log-in does not show lists of cases.");
        isProblem(program.send("GET", "/api/cases", ""), 401, "Sign in first");
        isProblem(
                program.send("POST", "/api/cases", "", "Authorization", Visitor.basic("caseworker", "caseworker")),
                405,
                "does not take requests of this method");
    }

    @Test
    void aCaseIsTheSameForProgramsAsForPeople() {
        String nell = nellsRequest();

        JsonNode answer = body(get("caseworker", "/api/cases/" + nell));

        assertThat(answer.path("stage").path("code").asText()).isEqualTo("REQUEST");
        assertThat(answer.path("child").path("fullName").asText()).isEqualTo("Nell Ashby");
        JsonNode deadline = answer.path("deadlines").path(0);
        assertThat(deadline.path("rule").asText()).isEqualTo("REQ-04");
        assertThat(deadline.path("due").asText()).isEqualTo("2026-10-26");
        assertThat(deadline.has("met")).isFalse();
        assertThat(answer.path("tasks").path(0).path("letterKind").asText()).isEqualTo("L-01");
        assertThat(answer.path("tasks").path(0).path("who").asText()).isEqualTo("North team");
        String pdf = answer.path("letters")
                .path(0)
                .path("recipients")
                .path(0)
                .path("pdf")
                .asText();
        assertThat(signedIn("caseworker").get(pdf).headers().firstValue("Content-Type"))
                .hasValue("application/pdf");
    }

    @Test
    void listsAndCountsAreOfThosePeopleMaySee() {
        String nell = nellsRequest();
        clock.standAt(java.time.LocalDate.of(2026, 10, 27).atTime(9, 0));

        assertThat(references(get("caseworker", "/api/cases?lateness=overdue&size=200")))
                .contains(nell);
        assertThat(references(get("caseworkersouth", "/api/cases?size=200"))).doesNotContain(nell);
        assertThat(references(get("managersouth", "/api/cases?stage=request&size=200")))
                .contains(nell);
        assertThat(references(get("manager", "/api/cases?stage=DRAFT&size=200")))
                .doesNotContain(nell);
        JsonNode page = body(get("manager", "/api/cases?page=0&size=1"));
        assertThat(page.path("cases")).hasSize(1);
        assertThat(page.path("total").asInt()).isPositive();
        JsonNode overview = body(get("manager", "/api/overview"));
        assertThat(overview.path("open").asInt()).isPositive();
        assertThat(overview.path("late").findValuesAsText("reference")).contains(nell);
        assertThat(overview.path("late").path(0).path("due").asText()).isEqualTo("2026-10-26");
    }

    @Test
    void theApiDescribesItself() {
        JsonNode description = body(get("analyst", "/api/openapi.json"));

        assertThat(description.path("info").path("title").asText()).isEqualTo("EHC pathway");
        assertThat(description.path("paths").fieldNames())
                .toIterable()
                .contains("/api/timescales/{ruleId}", "/api/cases", "/api/cases/{reference}", "/api/overview")
                .allMatch(path -> path.startsWith("/api/"));
        assertThat(program.send("GET", "/api/openapi.json", "").statusCode()).isEqualTo(401);
    }

    @Test
    void aRefusedFormIsFourHundredWithTheSentenceAndChangesNothing() {
        String nell = nellsRequest();
        String sign = "/engine-rest/task/"
                + people.task(nell, "userTask_checkAndSign").getId();

        isRefusal(post("caseworker", sign + "/submit-form", variables(Map.of())), 400, "Please fill in “The letter”.");
        isRefusal(post("caseworker", sign + "/complete", variables(Map.of())), 400, "Please fill in “The letter”.");
        isRefusal(post("caseworker", sign + "/submit-form", "{\"variables\":{"), 400, "cannot be read");
        isRefusal(
                post(
                        "caseworker",
                        sign + "/submit-form",
                        "{\"variables\":{\"verdict\":{\"value\":\"x\",\"type\":\"Integer\"}}}"),
                400,
                "a value has the wrong type");
        isRefusal(
                post("caseworkersouth", sign + "/submit-form", variables(Map.of("verdict", "SIGN"))),
                403,
                "Your log-in does not allow this.");
        isRefusal(
                post("caseworker", "/engine-rest/process-definition/key/needs-assessment/start", "{}"),
                400,
                "by sending its form");
        isRefusal(
                post(
                        "caseworker",
                        "/engine-rest/process-definition/key/needs-assessment/submit-form",
                        variables(Map.of("receivedOn", "2026-09-15"))),
                400,
                "");
        assertThat(people.tasks(nell, "userTask_checkAndSign")).hasSize(1);
    }

    @Test
    void aDecisionByTheWrongRoleIsForbidden() {
        String nell = nellsRequest();
        people.complete("caseworker", nell, "userTask_checkAndSign", Map.of("verdict", "SIGN"));
        people.complete(
                "caseworker",
                nell,
                "userTask_considerRequest",
                Map.of(
                        "evidence", "Two cycles of assess, plan, do, review.",
                        "planMayBeNecessary", "YES",
                        "advice", "ASSESS"));
        people.complete("caseworker", nell, "userTask_checkAndSign", Map.of("verdict", "SIGN"));
        String decide = "/engine-rest/task/"
                + people.task(nell, "userTask_decideWhetherToAssess").getId() + "/submit-form";

        HttpResponse<String> answer = post(
                "admin",
                decide,
                variables(Map.of(
                        "hasSen", "NO",
                        "planMayBeNecessary", "NO",
                        "reasons", "Nell makes good progress with the help she has.")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(files.whole(nell).decisions()).isEmpty();
    }

    private HttpResponse<String> get(String userId, String path) {
        return program.send("GET", path, "", "Authorization", Visitor.basic(userId, userId));
    }

    private HttpResponse<String> post(String userId, String path, String body) {
        return program.send(
                "POST", path, body, "Authorization", Visitor.basic(userId, userId), "Content-Type", "application/json");
    }

    private String variables(Map<String, String> values) {
        var variables = json.createObjectNode();
        values.forEach((name, value) -> variables.putObject(name).put("value", value));
        return json.createObjectNode().set("variables", variables).toString();
    }

    private void isProblem(HttpResponse<String> answer, int status, String sentence) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(body(answer).path("status").asInt()).isEqualTo(status);
        assertThat(body(answer).path("detail").asText()).contains(sentence);
    }

    private void isRefusal(HttpResponse<String> answer, int status, String sentence) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(body(answer).path("message").asText()).contains(sentence).doesNotContain("ENGINE-", "Exception");
    }

    private java.util.List<String> references(HttpResponse<String> answer) {
        return body(answer).path("cases").findValuesAsText("reference");
    }

    private JsonNode body(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
