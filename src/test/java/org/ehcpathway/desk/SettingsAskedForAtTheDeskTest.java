package org.ehcpathway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.AdviceState;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.SettingConsultations;
import org.ehcpathway.casefile.Stage;
import org.ehcpathway.plan.PlanWriting;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.security.Visitor;
import org.ehcpathway.testing.SamplePlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A request for a setting taken in on the case page, while no task is open for it (PLAN-04, SCH-01). */
class SettingsAskedForAtTheDeskTest extends DeskStory {

    @Autowired
    AdviceRegister advice;

    @Autowired
    Plans plans;

    @Autowired
    PlanWriting writing;

    @Autowired
    SettingConsultations consultations;

    private String nell;

    @Override
    boolean visibleTo(Task task) {
        return true;
    }

    @BeforeEach
    void theDraftIsWithTheFamily() {
        nell = nellsAssessment();
        advice.of(nell).stream()
                .filter(one -> one.state() != AdviceState.RECEIVED)
                .forEach(one -> advice.receive(one.id(), MONDAY, null, "What the adviser says of Nell.", "caseworker"));
        files.decide(
                nell,
                DecisionKind.ISSUE_PLAN,
                "Children and Families Act 2014 s.37(1)",
                "The assessment shows what Nell needs and who can give it to her.",
                null,
                "manager");
        new SamplePlan(plans, writing, advice).write(nell, "caseworker");
    }

    @Test
    void aRequestIsKept_theSettingIsConsulted_andWhatWasMeantIsSaidLater() {
        Visitor caseworker = signedIn("caseworker");
        assertThat(text(caseworker.get("/cases/" + nell)))
                .as("there is no draft with the family yet")
                .doesNotContain("Record that the family asks for a setting");
        assertThat(text(send(caseworker, "", request()))).contains("once the draft plan has gone to the family");
        plans.issueDraft(nell);
        files.moveTo(nell, Stage.REPRESENTATIONS);
        assertThat(text(caseworker.get("/cases/" + nell))).contains("Record that the family asks for a setting");

        Map<String, String> form = request();
        form.put("saidOn", "");
        HttpResponse<String> refused = send(caseworker, "", form);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(text(refused))
                .contains("The request was not kept", "Give the day on which the family asked for it.");
        assertThat(refused.body()).as("what was typed is still there").contains("value=\"The school by the mill\"");
        form.put("saidOn", "2026-09-15");
        assertThat(text(send(caseworker, "", form))).contains("it is in the future");
        form.put("kind", "CASTLE");
        assertThat(text(send(caseworker, "", form))).contains("Choose what kind of setting it is.");

        assertThat(send(caseworker, "", request()).statusCode()).isEqualTo(302);
        assertThat(consultations.requestsOfRight(nell)).singleElement().satisfies(asked -> assertThat(asked.askedOn())
                .isEqualTo("2026-09-11"));
        assertThat(consultations.of(nell)).isEmpty();
        assertThat(text(caseworker.get("/cases/" + nell)))
                .contains("The school by the mill", "Say which setting this is");

        Long asked = consultations.requests(nell).get(0).id();
        Map<String, String> both = new LinkedHashMap<>();
        both.put("urn", "100001");
        both.put("kind", "ACADEMY");
        both.put("whyNone", "They have no school in mind, they say.");
        assertThat(text(send(caseworker, "/" + asked, both))).contains("It was not kept", "one of the two");
        both.put("whyNone", "");
        assertThat(send(caseworker, "/" + asked, both).statusCode()).isEqualTo(302);
        people.runJobs();
        assertThat(consultations.of(nell)).hasSize(1);
        assertThat(people.tasks(nell, "userTask_checkAndSign"))
                .as("L-09 waits to be signed")
                .isNotEmpty();
        assertThat(text(caseworker.get("/cases/" + nell)))
                .contains("It means Ashdown Primary School.")
                .doesNotContain("Say which setting this is");
    }

    @Test
    void whoDoesNotWriteThePlanTakesNoRequestIn() {
        plans.issueDraft(nell);
        files.moveTo(nell, Stage.REPRESENTATIONS);
        assertThat(send(signedIn("support"), "", request()).statusCode()).isEqualTo(403);
        assertThat(send(signedIn("caseworkersouth"), "", request()).statusCode())
                .isEqualTo(404);
        assertThat(consultations.requests(nell)).isEmpty();
    }

    private static Map<String, String> request() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("askedFor", "The school by the mill");
        form.put("saidBy", "Ruth Ashby");
        form.put("saidOn", "2026-09-11");
        form.put("how", "EMAIL");
        return form;
    }

    private HttpResponse<String> send(Visitor person, String act, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return person.postForm("/cases/" + nell + "/settings-asked-for" + act, body);
    }
}
