package org.ehcpathway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.pathway.GradesOfAudits;
import org.ehcpathway.plan.PlanWriting;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.plan.audit.AuditGrade;
import org.ehcpathway.plan.audit.AuditScore;
import org.ehcpathway.plan.audit.PlanAudits;
import org.ehcpathway.security.Visitor;
import org.ehcpathway.testing.SamplePlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The quality audit through the browser's requests, and the grades by the council's table. */
class AuditsAtTheDeskTest extends DeskStory {

    @Autowired
    Plans plans;

    @Autowired
    PlanWriting writing;

    @Autowired
    AdviceRegister advice;

    @Autowired
    PlanAudits audits;

    @Autowired
    GradesOfAudits grades;

    @Test
    void aManagerDrawsASampleAnswersTheChecklistAndTheWritersHearOfIt() {
        String nell = nellsFinalPlan();
        Visitor morgan = signedIn("managersouth");
        assertThat(text(morgan.get("/audits"))).contains("No audit is settled yet.", "Draw a sample");

        HttpResponse<String> none = morgan.postForm("/audits/draws", "from=2025-01&to=2025-02&size=5");
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(text(none)).contains("No final plan of this kind was issued in these months.");
        assertThat(none.body()).as("what was typed stays").contains("value=\"2025-02\"");
        assertThat(text(morgan.postForm("/audits/draws", "from=soon&to=2025-02&size=5")))
                .contains("Write each month as year and month");

        String sample = morgan.target(morgan.postForm("/audits/draws", "from=2026-09&to=2026-09&size=5"));
        HttpResponse<String> drawn = morgan.get(sample);
        assertThat(text(drawn)).contains("1 of 1", nell, "Begin the first audit of " + nell);
        String begin = found("action=\"(/audits/draws/[0-9]+/plans/[0-9]+)\"", drawn.body());
        String audit = morgan.target(morgan.postForm(begin, "role=FIRST"));
        HttpResponse<String> page = morgan.get(audit);
        assertThat(text(page)).contains("The checks suggest: met", "A point of law: not met caps the grade");

        HttpResponse<String> early = morgan.postForm(audit, "act=sign&feedback=Clear+and+specific.");
        assertThat(early.statusCode()).isEqualTo(400);
        assertThat(text(early)).contains("One question is not answered yet.");
        assertThat(morgan.postForm(audit, "act=save&answer.A-future=5").statusCode())
                .isEqualTo(400);
        HttpResponse<String> signed = morgan.postForm(
                audit, "act=sign&answer.A-future=2&comment.B=<b>Well</b>+seen.&feedback=Clear+and+specific.");
        assertThat(morgan.target(signed)).isEqualTo(audit + "?saved");
        HttpResponse<String> after = morgan.get(audit);
        assertThat(text(after)).contains("Signed off on 14 September 2026: Outstanding, 100 per cent");
        assertThat(after.body()).contains("&lt;b&gt;Well&lt;/b&gt; seen.").doesNotContain("type=\"submit\"");
        assertThat(morgan.postForm(audit, "act=save&feedback=Another").statusCode())
                .isEqualTo(400);
        assertThat(cells(morgan.get("/audits"))).contains("2026-09 1 100 1 0 0 0", "Cognition and learning 1 100");

        assertThat(text(signedIn("caseworker").get("/cases/" + nell + "/plan/quality")))
                .contains("What the audit said", "Outstanding", "Clear and specific.");
        HttpResponse<String> figures = signedIn("data").get("/audits");
        assertThat(cells(figures)).contains("2026-09 1 100").doesNotContain(nell, "Draw a sample");
        for (String other : List.of("caseworker", "tribunal", "support", "panel", "adviser", "setting", "analyst")) {
            assertThat(signedIn(other).get("/audits").statusCode()).as(other).isEqualTo(403);
        }
        for (String other : List.of("caseworker", "data", "tribunal")) {
            assertThat(signedIn(other).get(sample).statusCode()).as(other).isEqualTo(403);
            assertThat(signedIn(other).get(audit).statusCode()).as(other).isEqualTo(403);
        }
        assertThat(signedIn("manager").postForm(begin, "role=SECOND").statusCode())
                .as("who signed the plan does not audit it")
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 0, OUTSTANDING",
        "90, 0, OUTSTANDING",
        "89, 0, GOOD",
        "70, 0, GOOD",
        "69, 0, REQUIRES_IMPROVEMENT",
        "50, 0, REQUIRES_IMPROVEMENT",
        "49, 0, INADEQUATE",
        "98, 1, REQUIRES_IMPROVEMENT",
        "98, 2, REQUIRES_IMPROVEMENT",
        "98, 3, INADEQUATE",
        "49, 1, INADEQUATE"
    })
    void theTableGrades(int percent, int legalZeros, AuditGrade grade) {
        assertThat(grades.of(new AuditScore(percent, legalZeros))).isEqualTo(grade);
    }

    private String nellsFinalPlan() {
        String nell = nellsRequest();
        files.decide(
                nell,
                DecisionKind.ISSUE_PLAN,
                "Children and Families Act 2014 s.37(1)",
                "The assessment shows what Nell needs and who can give it to her.",
                null,
                "manager");
        new SamplePlan(plans, writing, advice).write(nell, "caseworker");
        plans.issueDraft(nell);
        plans.propose(nell, null, "mainstream school", null, null, null, "Nothing was changed.");
        plans.sign(nell, "manager", "Morgan Ellery", "SEN team manager");
        plans.issueFinal(nell);
        return nell;
    }

    private static String cells(HttpResponse<String> page) {
        return page.body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    private static String found(String pattern, String body) {
        Matcher matcher = Pattern.compile(pattern).matcher(body);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    @Override
    boolean visibleTo(Task task) {
        return false;
    }
}
