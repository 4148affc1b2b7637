package org.ehcpathway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.casefile.PanelFile;
import org.ehcpathway.casefile.PanelFiles;
import org.ehcpathway.security.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A sitting on the panel's pages: who sees what, who records what, and what comes back with a refusal. */
class PanelAtTheDeskTest extends DeskStory {

    private static final String SITTING = "PANEL-2026-09-14";
    private static final String PAGE = "/panel/" + SITTING;

    @Autowired
    TaskService tasks;

    @Autowired
    PanelFiles panel;

    @Override
    boolean visibleTo(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).count() == 1;
    }

    @Test
    void aSittingFromTheListOfMembersToTheRecommendation() {
        String nell = nellsRequest();
        people.complete("caseworker", nell, "userTask_checkAndSign", Map.of("verdict", "SIGN"));
        people.complete(
                "caseworker",
                nell,
                "userTask_considerRequest",
                Map.of(
                        "evidence", "Two cycles of assess, plan, do, review.",
                        "planMayBeNecessary", "YES",
                        "advice", "UNSURE"));
        people.complete("caseworker", nell, "userTask_checkAndSign", Map.of("verdict", "SIGN"));

        Visitor support = signedIn("support");
        assertThat(signedIn("caseworker").get("/panel").statusCode()).isEqualTo(403);
        enrol(support, "panel", "Pat Nowak", "SEN_MANAGER", "&mayChair=true");
        enrol(support, "panelhealth", "Bola Adeyemi", "HEALTH", "");
        enrol(support, "panelpsychology", "Noor Haddad", "EDUCATIONAL_PSYCHOLOGY", "");
        assertThat(send(support, "/panel/members", "userId=panelhead&name=Grace&role=SCHOOL_HEAD", "/panel"))
                .satisfies(refused -> {
                    assertThat(refused.statusCode()).isEqualTo(400);
                    assertThat(text(refused)).contains("Enter the URN of the setting this head leads");
                });
        enrol(support, "panelhead", "Grace Holloway", "SCHOOL_HEAD", "&settingUrn=100001");
        assertThat(text(support.get("/panel"))).contains("Mon 26 Oct 2026 Nell Ashby, " + nell);
        assertThat(send(support, "/panel", "day=2026-09-13", "/panel").statusCode())
                .as("a Sunday, and past")
                .isEqualTo(400);
        assertThat(send(support, "/panel", "day=2026-09-14&startsAt=09:00", "/panel")
                        .statusCode())
                .isEqualTo(302);
        people.runJobs();
        Visitor chair = signedIn("panel");
        assertThat(text(chair.get(PAGE))).as("before the papers are out").doesNotContain("Nell");
        assertThat(chair.get("/cases/" + nell).statusCode()).isEqualTo(404);
        people.complete("support", SITTING, "userTask_checkAgenda", Map.of("checked", true));

        assertThat(text(chair.get(PAGE))).contains("1. Nell Ashby, " + nell, "Monday 26 October 2026 (REQ-04)");
        assertThat(chair.get("/cases/" + nell).statusCode()).isEqualTo(200);
        Visitor head = signedIn("panelhead");
        assertThat(text(head.get(PAGE)))
                .contains("1. You are connected with this case")
                .doesNotContain("Nell");
        assertThat(head.get("/cases/" + nell).statusCode()).isEqualTo(404);
        assertThat(head.get(PAGE + "/papers/" + member("panel") + ".pdf").statusCode())
                .isEqualTo(404);
        assertThat(head.get(PAGE + "/papers/" + member("panelhead") + ".pdf").statusCode())
                .isEqualTo(200);
        assertThat(signedIn("panelsocial").get(PAGE).statusCode())
                .as("not on the rota")
                .isEqualTo(404);
        for (String stranger : List.of("caseworker", "adviser", "setting", "data", "analyst")) {
            assertThat(signedIn(stranger).get(PAGE).statusCode()).as(stranger).isEqualTo(403);
        }

        long item = panel.read(SITTING).entries().get(0).item().id();
        Visitor health = signedIn("panelhealth");
        assertThat(send(health, PAGE + "/items/" + item, "outcome=YES&reasons=x", PAGE)
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(head, PAGE + "/items/" + item + "/connection", "memberId=" + member("panel"), PAGE)
                        .statusCode())
                .isEqualTo(403);
        String everybody = "there=" + member("panel") + "&there=" + member("panelhealth") + "&there="
                + member("panelpsychology") + "&there=" + member("panelhead");
        assertThat(send(support, PAGE + "/attendance", everybody, PAGE).statusCode())
                .isEqualTo(302);

        HttpResponse<String> tooShort =
                send(chair, PAGE + "/items/" + item, "outcome=NO&reasons=" + encoded("Too <short>"), PAGE);
        assertThat(tooShort.statusCode()).isEqualTo(400);
        assertThat(text(tooShort)).contains("Nothing was saved Give the reasons for the recommendation in at least 20");
        assertThat(tooShort.body()).contains(">Too &lt;short&gt;</textarea>");
        assertThat(send(
                                chair,
                                PAGE + "/items/" + item,
                                "outcome=NO&reasons=" + encoded("Her school has not yet tried what it could."),
                                PAGE)
                        .statusCode())
                .isEqualTo(302);

        assertThat(text(chair.get(PAGE)))
                .contains("Recommends: Not to carry out an assessment. Recorded by Pat Nowak.")
                .contains("Grace Holloway left for this case.");
        assertThat(people.tasks(nell, "userTask_decideWhetherToAssess")).hasSize(1);
        HttpResponse<String> again = send(
                support,
                PAGE + "/items/" + item,
                "outcome=YES&reasons=" + encoded("The panel thinks that she needs an assessment."),
                PAGE);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(text(again)).contains("This recommendation was recorded already, by panel.");
        assertThat(text(signedIn("manager").get("/cases/" + nell)))
                .contains("Recommends: Not to carry out an assessment");
        Task hold = people.task(SITTING, "userTask_holdSitting");
        assertThat(text(support.get("/cases/by-task/" + hold.getId())))
                .as("in Tasklist the sitting stands where a case stands elsewhere")
                .contains("Sitting of Monday 14 September 2026", "Open the sitting in its own tab");
    }

    private void enrol(Visitor support, String user, String name, String role, String more) {
        assertThat(send(
                                support,
                                "/panel/members",
                                "userId=" + user + "&name=" + encoded(name) + "&role=" + role + more,
                                "/panel")
                        .statusCode())
                .isEqualTo(302);
    }

    private long member(String user) {
        return panel.read(SITTING).seats().stream()
                .map(PanelFile.Seat::member)
                .filter(one -> one.userId().equals(user))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static HttpResponse<String> send(Visitor person, String address, String form, String page) {
        return person.send(
                "POST",
                address,
                form + "&_csrf=" + encoded(token(person.get("/panel"))),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Accept",
                "text/html");
    }
}
