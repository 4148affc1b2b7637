package org.ehcpathway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.plan.ItemWords;
import org.ehcpathway.plan.PlanItem;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanWriting;
import org.ehcpathway.plan.PlanWriting.Typed;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.security.Visitor;
import org.ehcpathway.testing.SamplePlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The Quality page of a plan, through the browser's requests. */
class PlanQualityAtTheDeskTest extends DeskStory {

    private static final Pattern CHOICE = Pattern.compile("name=\"finding\" id=\"[^\"]+\" value=\"([0-9a-f]{64})\"");

    @Autowired
    Plans plans;

    @Autowired
    PlanWriting writing;

    @Autowired
    AdviceRegister advice;

    private String nell;
    private PlanItem bare;

    @BeforeEach
    void aDraftWithOneBareProvision() {
        nell = nellsRequest();
        files.decide(
                nell,
                DecisionKind.ISSUE_PLAN,
                "Children and Families Act 2014 s.37(1)",
                "The assessment shows what Nell needs and who can give it to her.",
                null,
                "manager");
        new SamplePlan(plans, writing, advice).write(nell, "caseworker");
        bare = writing.add(
                nell, PlanPart.F, Typed.of(ItemWords.of("Access to a <b>quiet</b> room & a book.")), "caseworker");
    }

    @Test
    void everyFindingLeadsToItsFieldAndOneReasonSettlesTheChosenWarnings() {
        Visitor casey = signedIn("caseworker");
        String address = "/cases/" + nell + "/plan/quality";

        HttpResponse<String> page = casey.get(address);
        assertThat(text(page))
                .contains("3 legal errors and 6 open warnings")
                .contains("F2 is for no need.", "F2 says “Access to”.");
        assertThat(page.body())
                .contains("href=\"/cases/" + nell + "/plan#item-" + bare.line() + "-ties\"")
                .contains("#item-" + bare.line() + "-byWhom\"");
        List<String> choices = choices(page);
        assertThat(choices).as("a legal error cannot be chosen").hasSize(6);

        HttpResponse<String> short_ = settle(casey, address, choices.get(0), "Because");
        assertThat(short_.statusCode()).isEqualTo(400);
        assertThat(text(short_)).contains("Say why the warnings may stand, in at least 10 characters.");
        assertThat(short_.body())
                .as("what was chosen and typed stays")
                .contains(choices.get(0) + "\" checked=\"checked\"")
                .contains(">Because</textarea>");

        HttpResponse<String> kept = settle(
                casey, address, choices.get(0) + "&finding=" + choices.get(1), "The family <chose> these words.");
        assertThat(casey.target(kept)).isEqualTo(address + "?settled=2");
        HttpResponse<String> after = casey.get(address + "?settled=2");
        assertThat(text(after))
                .contains("2 warnings may stand.", "3 legal errors and 4 open warnings", "Casey Marlow, 14 Sept 2026");
        assertThat(after.body()).contains("The family &lt;chose&gt; these words.");
        assertThat(choices(after)).hasSize(4).doesNotContain(choices.get(0));
    }

    @Test
    void programsReadTheFindingsAndAPageThatStaysOpenSettlesThem() throws Exception {
        Visitor casey = signedIn("caseworker");
        String address = "/cases/" + nell + "/plan/findings";

        HttpResponse<String> fragment = casey.get(address);
        assertThat(fragment.body()).contains("F2 is for no need.").doesNotContain("<html", "<main");
        JsonNode found = json(casey.getJson(address));
        assertThat(found.get("title").asText()).isEqualTo("Draft EHC plan, version 1");
        JsonNode vague = row(found, "VAGUE_WORDS");
        assertThat(vague.get("severity").asText()).isEqualTo("STYLE");
        assertThat(vague.get("line").asLong()).isEqualTo(bare.line());
        assertThat(vague.get("field").asText()).isEqualTo("words");
        assertThat(vague.get("label").asText()).isEqualTo("F2");
        assertThat(vague.has("reason")).isFalse();

        String token = encoded(token(casey.get("/cases/" + nell + "/plan/quality")));
        String overrides = "/cases/" + nell + "/plan/overrides";
        String form = "_csrf=" + token + "&finding=" + vague.get("id").asText() + "&reason=";
        HttpResponse<String> refused = post(casey, overrides, form + "no");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).get("detail").asText()).contains("at least 10 characters");
        JsonNode kept = json(post(casey, overrides, form + "The+family+chose+it."));
        assertThat(row(kept, "VAGUE_WORDS").get("reason").asText()).isEqualTo("The family chose it.");
    }

    @Test
    void whoReadsTheWholeCaseReadsTheFindingsAndOnlyWritersSettleThem() {
        String address = "/cases/" + nell + "/plan/quality";
        HttpResponse<String> read = signedIn("tribunal").get(address);
        assertThat(text(read)).contains("3 legal errors");
        assertThat(choices(read)).isEmpty();
        assertThat(signedIn("tribunal")
                        .postForm("/cases/" + nell + "/plan/overrides", "reason=It may stand as it is.")
                        .statusCode())
                .isEqualTo(403);
        for (String other : List.of("data", "adviser", "setting", "panel", "analyst", "caseworkersouth")) {
            assertThat(signedIn(other).get(address).statusCode()).as(other).isEqualTo(404);
            assertThat(signedIn(other).get("/cases/" + nell + "/plan/findings").statusCode())
                    .as(other)
                    .isEqualTo(404);
        }
    }

    private HttpResponse<String> settle(Visitor person, String page, String findings, String reason) {
        return person.postFormWithoutToken(
                "/cases/" + nell + "/plan/overrides",
                "_csrf=" + encoded(token(person.get(page))) + "&finding=" + findings + "&reason=" + encoded(reason));
    }

    private static HttpResponse<String> post(Visitor person, String address, String form) {
        return person.send(
                "POST",
                address,
                form,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Accept",
                "application/json");
    }

    private static List<String> choices(HttpResponse<String> page) {
        return CHOICE.matcher(page.body())
                .results()
                .map((java.util.regex.MatchResult found) -> found.group(1))
                .toList();
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }

    private static JsonNode row(JsonNode findings, String rule) {
        for (JsonNode row : findings.get("findings")) {
            if (row.get("rule").asText().equals(rule)) {
                return row;
            }
        }
        throw new AssertionError("No finding of " + rule);
    }

    @Override
    boolean visibleTo(Task task) {
        return false;
    }
}
