package org.ehcpathway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.security.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people ask, on the page of its case, on the page of enquiries, and for programs. */
class EnquiriesAtTheDeskTest extends DeskStory {

    @Autowired
    private ObjectMapper json;

    @Override
    boolean visibleTo(Task task) {
        return true;
    }

    @Test
    void anEnquiryStandsWithItsCase_andAmongThoseOfTheTeam_andNobodyElseSeesIt() throws JsonProcessingException {
        String nell = nellsRequest();
        ask(nell, "Will she <b>get</b> help?");
        ask(null, "Where is your office?");
        Visitor caseworker = signedIn("caseworker");

        assertThat(caseworker.get("/cases/" + nell).body())
                .contains("<h2 id=\"enquiries\">Enquiries</h2>", "Will she &lt;b&gt;get&lt;/b&gt; help?")
                .contains("Casey Marlow deals with it; the answer is due by 21 September 2026.")
                .contains("The request shows no SEN support. That stops nothing")
                .doesNotContain("Where is your office?");
        JsonNode one = read(caseworker, "/api/cases/" + nell).path("enquiries").path(0);
        assertThat(one.path("state").path("code").asText()).isEqualTo("OPEN");
        assertThat(one.path("due").asText()).isEqualTo("2026-09-21");
        assertThat(one.path("words").asText()).isEqualTo("Will she <b>get</b> help?");

        Task aboutNoCase = people.tasks(
                        read(caseworker, "/api/enquiries")
                                .path(0)
                                .path("reference")
                                .asText(),
                        "userTask_answerEnquiry")
                .get(0);
        assertThat(caseworker.get("/cases/by-task/" + aboutNoCase.getId()).body())
                .as("beside its task, in the place of a case")
                .contains("Where is your office?")
                .doesNotContain(nell);
        Task aboutNell = people.task(nell, "userTask_answerEnquiry");
        assertThat(text(caseworker.get("/cases/by-task/" + aboutNell.getId())))
                .as("beside its task, before everything else of the case")
                .containsSubsequence("For this task", "What is asked", "Reached by 01632 960001", "help?", "Deadlines");
        assertThat(signedIn("data")
                        .getJson("/camunda/api/engine/engine/default/variable-instance?processInstanceIdIn="
                                + aboutNell.getProcessInstanceId())
                        .body())
                .as("who may read every task in Cockpit reads no words there")
                .contains("enquiryId")
                .doesNotContain("help?", "01632 960001");
        assertThat(signedIn("caseworkersouth")
                        .get("/cases/by-task/" + aboutNoCase.getId())
                        .statusCode())
                .isEqualTo(404);

        assertThat(caseworker.get("/enquiries").body()).contains("Where is your office?", nell);
        assertThat(read(caseworker, "/api/enquiries").findValuesAsText("words"))
                .isEqualTo(List.of("Where is your office?", "Will she <b>get</b> help?"));
        assertThat(read(signedIn("caseworkersouth"), "/api/enquiries")).isEmpty();
        assertThat(read(signedIn("manager"), "/api/enquiries")).hasSize(2);
        for (String other : List.of("data", "panel", "adviser")) {
            assertThat(signedIn(other).getJson("/api/enquiries").statusCode())
                    .as(other)
                    .isEqualTo(403);
        }
    }

    private void ask(String reference, String words) {
        Map<String, Object> form = new HashMap<>();
        form.put("reference", reference);
        form.put("receivedOn", MONDAY.toString());
        form.put("askedBy", "Ruth Ashby");
        form.put("reach", "01632 960001");
        form.put("words", words);
        people.start("caseworker", "enquiry", form);
    }

    private JsonNode read(Visitor visitor, String address) throws JsonProcessingException {
        return json.readTree(visitor.getJson(address).body());
    }
}
