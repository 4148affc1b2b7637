package org.ehcpathway.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/**
 * What each role may do in Tasklist, in Cockpit and at the REST API, on a small process of its own: the rights are the
 * subject here, not the pathway.
 */
@RunningApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesAtWorkTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String THE_CASE = "EHC-2026-00001";
    private static final String ITS_TASKS = "/task?processInstanceBusinessKey=" + THE_CASE;

    @LocalServerPort
    private int port;

    @Autowired
    private ObjectMapper mapper;

    private String task;
    private String instance;

    @BeforeAll
    void anAnalystDeploysTheProcessAndACaseworkerOfTheNorthTeamStartsACase() throws IOException {
        assertThat(deployAs("analyst").statusCode()).isEqualTo(200);
        HttpResponse<String> started = startAs("caseworker", THE_CASE);
        assertThat(started.statusCode()).isEqualTo(200);
        instance = json(started).get("id").asText();
        task = json(signedIn("caseworker").getJson(ENGINE + ITS_TASKS))
                .get(0)
                .get("id")
                .asText();
    }

    @ParameterizedTest
    @CsvSource({
        "caseworker, tasklist",
        "caseworkersouth, tasklist",
        "panel, tasklist",
        "adviser, tasklist",
        "setting, tasklist",
        "support, tasklist",
        "tribunal, tasklist",
        "manager, cockpit",
        "managersouth, cockpit",
        "data, cockpit",
        "analyst, cockpit",
        "admin, cockpit"
    })
    void theStartPageLeadsEachRoleToItsWork(String userId, String app) {
        Visitor person = signedIn(userId);

        assertThat(person.target(person.get("/"))).isEqualTo("/camunda/app/" + app + "/default/");
        assertThat(person.get("/camunda/app/" + app + "/default/").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "caseworker, 200, 403, 403",
        "panel, 200, 403, 403",
        "adviserhealth, 200, 403, 403",
        "setting, 200, 403, 403",
        "support, 200, 403, 403",
        "tribunal, 200, 403, 403",
        "manager, 200, 200, 403",
        "data, 403, 200, 403",
        "analyst, 403, 200, 403",
        "admin, 200, 200, 200"
    })
    void eachRoleOpensOnlyItsWebapps(String userId, int tasklist, int cockpit, int admin) {
        Visitor person = signedIn(userId);

        assertThat(person.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(tasklist);
        assertThat(person.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(cockpit);
        assertThat(person.get("/camunda/app/admin/default/").statusCode()).isEqualTo(admin);
    }

    @Test
    void aCaseworkerInCockpitReadsWhyInOurOwnWords() {
        HttpResponse<String> refused = signedIn("caseworker").get("/camunda/app/cockpit/default/");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body())
                .contains("You cannot open this page", "EHC pathway")
                .doesNotContain("Whitelabel");
    }

    @ParameterizedTest
    @CsvSource({
        "caseworker, 1",
        "caseworker2, 1",
        "caseworkersouth, 0",
        "panel, 0",
        "adviser, 0",
        "setting, 0",
        "support, 0",
        "tribunal, 0",
        "analyst, 0",
        "manager, 1",
        "managersouth, 1",
        "data, 1",
        "admin, 1"
    })
    void aTaskOfTheNorthTeamIsSeenByThatTeamAndByThoseWhoSeeAll(String userId, int tasks) {
        assertThat(json(signedIn(userId).getJson(ENGINE + ITS_TASKS))).hasSize(tasks);
        assertThat(json(byPassword(userId, "GET", "/engine-rest" + ITS_TASKS, "")))
                .hasSize(tasks);
    }

    @Test
    void theSouthTeamFindsNothingOfACaseOfTheNorthTeam() {
        Visitor south = signedIn("caseworkersouth");

        assertThat(south.getJson(ENGINE + "/task/" + task).statusCode()).isEqualTo(404);
        assertThat(south.getJson(ENGINE + "/task/" + task + "/form-variables").statusCode())
                .isEqualTo(403);
        assertThat(south.getJson(ENGINE + "/process-instance/" + instance).statusCode())
                .isEqualTo(404);
        assertThat(json(south.getJson(ENGINE + "/variable-instance?processInstanceIdIn=" + instance)))
                .isEmpty();
        assertThat(json(south.getJson(ENGINE + "/history/variable-instance?processInstanceId=" + instance)))
                .isEmpty();
        assertThat(json(south.getJson(ENGINE + "/history/process-instance"))).isEmpty();
        assertThat(south.postToWebapp(ENGINE + "/task/" + task + "/claim", "{\"userId\":\"caseworkersouth\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(byPassword("caseworkersouth", "POST", "/engine-rest/task/" + task + "/complete", "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aCaseworkerTakesATaskOnButLeavesItsDueDateAlone() {
        Visitor caseworker = signedIn("caseworker2");
        caseworker.get("/camunda/app/tasklist/default/");

        assertThat(caseworker
                        .postToWebapp(ENGINE + "/task/" + task + "/claim", "{\"userId\":\"caseworker2\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(caseworker
                        .putToWebapp(ENGINE + "/task/" + task, "{\"due\":\"2030-01-01T00:00:00.000+0000\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(caseworker
                        .postToWebapp(ENGINE + "/task/" + task + "/assignee", "{\"userId\":\"caseworker\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(caseworker
                        .postToWebapp(ENGINE + "/task/create", "{\"name\":\"of my own\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(caseworker
                        .postToWebapp(
                                ENGINE + "/filter/create",
                                "{\"resourceType\":\"Task\",\"name\":\"of my own\",\"query\":{},\"properties\":{}}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aDataOfficerReadsAndChangesNothing() {
        assertThat(byPassword("data", "GET", "/engine-rest/process-instance/" + instance, "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(byPassword("data", "POST", "/engine-rest/task/" + task + "/assignee", "{\"userId\":\"data\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(byPassword("data", "POST", "/engine-rest/task/" + task + "/complete", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(byPassword("data", "DELETE", "/engine-rest/process-instance/" + instance, "")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aManagerSeesAllCasesButChangesNoVariableAndEndsNone() {
        String variable = "/engine-rest/process-instance/" + instance + "/variables/team";

        assertThat(byPassword("manager", "GET", variable, "").statusCode()).isEqualTo(200);
        assertThat(byPassword("manager", "PUT", variable, "{\"value\":\"team-south\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(byPassword("manager", "POST", "/engine-rest/task/" + task + "/complete", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(byPassword("manager", "DELETE", "/engine-rest/process-instance/" + instance, "")
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "caseworker, 200",
        "support, 200",
        "admin, 200",
        "manager, 200",
        "panel, 403",
        "adviser, 403",
        "setting, 403",
        "tribunal, 403",
        "data, 403",
        "analyst, 403"
    })
    void onlyThoseWhoLogRequestsStartTheProcess(String userId, int status) {
        assertThat(startAs(userId, "EHC-2026-00009").statusCode()).isEqualTo(status);
    }

    @Test
    void everyProcessIsAmongThoseWhoseDiagramPeopleSee() {
        List<String> files = Stream.of(new File("processes").list())
                .filter(name -> name.endsWith(".bpmn"))
                .map(name -> name.substring(0, name.length() - ".bpmn".length()))
                .toList();

        assertThat(RightsOfRoles.PROCESSES).containsExactlyInAnyOrderElementsOf(files);
    }

    @ParameterizedTest
    @ValueSource(strings = {"caseworker", "manager", "panel", "adviser", "setting", "support", "tribunal", "data"})
    void onlyAnalystsAndAdministratorsDeploy(String userId) {
        assertThat(deployAs(userId).statusCode()).isEqualTo(403);
    }

    @Test
    void anAnalystSeesDefinitionsButNoCase() {
        assertThat(json(byPassword("analyst", "GET", "/engine-rest/process-definition", "")))
                .isNotEmpty();
        assertThat(json(byPassword("analyst", "GET", "/engine-rest/process-instance", "")))
                .isEmpty();
        assertThat(json(byPassword("analyst", "GET", "/engine-rest/history/variable-instance", "")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "admin, 200",
        "manager, 200",
        "data, 200",
        "caseworker, 403",
        "analyst, 403",
        "setting, 403",
        "support, 403"
    })
    void theMetricsAreForThoseWhoWatchOverTheService(String userId, int status) {
        assertThat(byPassword(userId, "GET", "/actuator/prometheus", "").statusCode())
                .isEqualTo(status);
        assertThat(signedIn(userId).get("/actuator/prometheus").statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"caseworker", "manager", "admin"})
    void noSecondLoginAndNoSetUpBehindTheFirstDoor(String userId) {
        Visitor person = signedIn(userId);
        person.get("/camunda/app/welcome/default/");

        assertThat(person.postToWebapp("/camunda/api/admin/auth/user/default/login/tasklist", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(person.postToWebapp("/camunda/api/admin/setup/default/user/create", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(person.get("/camunda/app/welcome/default/").statusCode()).isEqualTo(200);
    }

    @Test
    void eachRoleOfTasklistFindsItsFiltersInOrder() {
        assertThat(filtersOf("caseworker")).containsExactly("My tasks", "My team's tasks", "Due this week", "Overdue");
        assertThat(filtersOf("setting")).containsExactly("My tasks", "My team's tasks", "Due this week", "Overdue");
        assertThat(filtersOf("manager"))
                .containsExactly("My tasks", "My team's tasks", "Due this week", "Overdue", "All tasks");
        assertThat(filtersOf("analyst")).isEmpty();
    }

    @Test
    void theTeamsFilterShowsTheTeamsTaskWithTheFactsOfTheCase() {
        JsonNode found = json(signedIn("caseworker")
                .send(
                        "GET",
                        ENGINE + "/filter/" + filterOf("caseworker", "My team's tasks") + "/list",
                        "",
                        "Accept",
                        "application/hal+json"));

        JsonNode tasks = found.get("_embedded").get("task");
        assertThat(tasks).isNotEmpty();
        assertThat(tasks.get(0).get("_embedded").get("variable"))
                .extracting(variable -> variable.get("name").asText() + "="
                        + variable.get("value").asText())
                .containsExactlyInAnyOrder(
                        "child=Wren Alder", "reference=EHC-2026-00001", "stage=Request", "legalDate=26 Oct 2026");
        assertThat(json(signedIn("caseworkersouth")
                                .getJson(ENGINE + "/filter/" + filterOf("caseworkersouth", "My team's tasks")
                                        + "/count"))
                        .get("count")
                        .asInt())
                .isZero();
    }

    @Test
    void everyFilterRunsForEveryRoleThatSeesIt() {
        for (String userId : List.of("caseworker", "manager", "adviser", "panel")) {
            for (String name : filtersOf(userId)) {
                assertThat(signedIn(userId)
                                .getJson(ENGINE + "/filter/" + filterOf(userId, name) + "/count")
                                .statusCode())
                        .as(userId + ": " + name)
                        .isEqualTo(200);
            }
        }
    }

    private List<String> filtersOf(String userId) {
        return json(signedIn(userId).getJson(ENGINE + "/filter")).findValuesAsText("name").stream()
                .filter(name -> name.contains("task") || name.equals("Due this week") || name.equals("Overdue"))
                .toList();
    }

    private String filterOf(String userId, String name) {
        for (JsonNode filter : json(signedIn(userId).getJson(ENGINE + "/filter"))) {
            if (filter.get("name").asText().equals(name)) {
                return filter.get("id").asText();
            }
        }
        throw new AssertionError(userId + " has no filter " + name);
    }

    private Visitor signedIn(String userId) {
        return Visitor.at(port).signIn(userId);
    }

    private HttpResponse<String> byPassword(String userId, String method, String path, String body) {
        return Visitor.at(port)
                .send(
                        method,
                        path,
                        body,
                        "Authorization",
                        Visitor.basic(userId, userId),
                        "Content-Type",
                        "application/json");
    }

    private HttpResponse<String> startAs(String userId, String reference) {
        return byPassword(
                userId,
                "POST",
                "/engine-rest/process-definition/key/needs-assessment/start",
                "{\"businessKey\":\"" + reference + "\",\"variables\":{\"team\":{\"value\":\"team-north\"}}}");
    }

    private HttpResponse<String> deployAs(String userId) {
        String diagram = resource("security/needs-assessment.bpmn");
        String part = "--part\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
        String body = part.formatted("deployment-name", "", "Rights")
                + part.formatted("deployment-source", "", "Modeler")
                + part.formatted("diagram", "; filename=\"needs-assessment.bpmn\"", diagram)
                + "--part--\r\n";
        return Visitor.at(port)
                .send(
                        "POST",
                        "/engine-rest/deployment/create",
                        body,
                        "Authorization",
                        Visitor.basic(userId, userId),
                        "Content-Type",
                        "multipart/form-data; boundary=part");
    }

    private static String resource(String name) {
        try {
            return new ClassPathResource(name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    private JsonNode json(HttpResponse<String> answer) {
        try {
            return mapper.readTree(answer.body());
        } catch (JsonProcessingException broken) {
            throw new AssertionError(answer.statusCode() + " " + answer.body(), broken);
        }
    }
}
