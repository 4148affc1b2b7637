package org.ehcpathway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.plan.PlanWriting;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.plan.SettingReply;
import org.ehcpathway.plan.tribunal.Side;
import org.ehcpathway.plan.tribunal.WordEdits;
import org.ehcpathway.plan.tribunal.WorkingDocument;
import org.ehcpathway.plan.tribunal.WorkingDocuments;
import org.ehcpathway.security.Visitor;
import org.ehcpathway.testing.SamplePlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nell's mother appeals against the plan; the tribunal officer leads the working document, and the caseworker changes the plan. */
class WorkingDocumentAtTheDeskTest extends DeskStory {

    private static final String AMOUNT = "How much and how often: ";

    @Autowired
    TaskService tasks;

    @Autowired
    Plans plans;

    @Autowired
    PlanWriting writing;

    @Autowired
    AdviceRegister advice;

    @Autowired
    WorkingDocuments working;

    @Autowired
    Documents documents;

    private String nell;
    private String page;

    @Override
    boolean visibleTo(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).count() == 1;
    }

    @BeforeEach
    void thePlanIsInForce() {
        nell = nellsRequest();
        page = "/cases/" + nell + "/plan/working-document";
        files.decide(
                nell, DecisionKind.ISSUE_PLAN, "section 37(1)", "Nell needs more than a school has.", null, "manager");
        new SamplePlan(plans, writing, advice).write(nell, "caseworker");
        plans.issueDraft(nell);
        plans.propose(
                nell,
                "100001",
                "mainstream primary school",
                MONDAY,
                SettingReply.ACCEPTS,
                MONDAY,
                "Nothing was asked for.");
        plans.sign(nell, "manager", "Morgan Ellery", "SEN team manager");
        plans.issueFinal(nell);
    }

    @Test
    void theTribunalOfficerLeadsTheRounds_andTheCaseworkerTakesWhatIsAgreedIntoThePlan() {
        Visitor officer = signedIn("tribunal");
        assertThat(text(officer.get(page))).contains("Begin a working document", "EHC plan, version 2");
        assertThat(officer.postForm(page, "version=2").statusCode()).isEqualTo(400);
        assertThat(officer.postForm(page, "version=2&section=B&section=F&section=I")
                        .statusCode())
                .isEqualTo(302);
        assertThat(text(officer.get(page))).contains("Download round 1 (Word)", "Nobody has proposed a change yet.");

        bringIn(officer, Side.FAMILY, word -> {
            WordEdits.familyReplaces(word, AMOUNT, "45", "60");
            word.insertNewParagraph(word.getParagraphs().get(1).getCTP().newCursor())
                    .createRun()
                    .setText("We met on Friday.");
        });
        assertThat(officer.get(page).body())
                .contains("<del class=\"family\"><span class=\"visually-hidden\"> [deleted by the family: </span>45")
                .contains("<ins class=\"family\"><span class=\"visually-hidden\"> [added by the family: </span>60");
        assertThat(text(officer.get(page))).contains("We met on Friday. (from the family, near the beginning)");

        bringIn(officer, Side.COUNCIL, word -> WordEdits.agreeTo(word, AMOUNT));
        assertThat(text(officer.get(page)))
                .contains("Agreed by both", "Not yet in the plan", "60 minutes, four times a week")
                .doesNotContain("Take F1 into the plan");

        Visitor caseworker = signedIn("caseworker");
        assertThat(text(caseworker.get(page))).contains("Take F1 into the plan");
        String group = working.last(nell).orElseThrow().text().positions().stream()
                .filter(position -> position.hasAgreedChange())
                .findFirst()
                .orElseThrow()
                .place()
                .group();
        assertThat(caseworker.postForm(page + "/agreed", "group=" + group).statusCode())
                .isEqualTo(302);
        assertThat(text(caseworker.get(page))).contains("In the plan");

        HttpResponse<String> compared = caseworker.get("/cases/" + nell + "/plan/compare");
        assertThat(text(compared))
                .contains("Version 3 compared with version 2")
                .contains("Section F")
                .doesNotContain("Section D:");
        assertThat(compared.body())
                .contains("<span class=\"visually-hidden\"> [removed: </span>45")
                .contains("<span class=\"visually-hidden\"> [added: </span>60");
        assertThat(text(caseworker.get("/cases/" + nell + "/plan/compare?from=2&to=3&view=tracked&show=all")))
                .contains("How much and how often: [removed: 45] [added: 60] minutes", "Section D:");
        assertThat(caseworker
                        .get("/cases/" + nell + "/plan/amendment-notice.json")
                        .body())
                .contains("\"change\":\"ItemAnswer\"", "\"field\":\"AMOUNT\"", "\"planVersion\":2");
        assertThat(caseworker
                        .get("/cases/" + nell + "/plan/amendment-notice.pdf")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatCannotBeReadComesBackWithASentence() {
        Visitor officer = signedIn("tribunal");
        officer.postForm(page, "version=2&section=F");

        HttpResponse<String> noWord =
                send(officer, "FAMILY", "answer.docx", "not Word".getBytes(StandardCharsets.UTF_8));
        assertThat(noWord.statusCode()).isEqualTo(400);
        assertThat(text(noWord)).contains("That was not done", "This is not a Word document (.docx).");
        HttpResponse<String> nobodys = send(officer, "", "answer.docx", new byte[] {1});
        assertThat(text(nobodys)).contains("Say whose changes are in the document.");
        assertThat(working.of(nell)).hasSize(1);
    }

    @Test
    void onlyWhoWorksOnAppealsMakesRounds() {
        assertThat(signedIn("support").postForm(page, "version=2&section=F").statusCode())
                .isEqualTo(403);
        assertThat(signedIn("caseworkersouth").get(page).statusCode()).isEqualTo(404);
        assertThat(signedIn("adviser").get("/cases/" + nell + "/plan/compare").statusCode())
                .isEqualTo(404);
        assertThat(working.of(nell)).isEmpty();
    }

    private void bringIn(
            Visitor officer,
            Side sender,
            java.util.function.Consumer<org.apache.poi.xwpf.usermodel.XWPFDocument> edit) {
        WorkingDocument last = working.last(nell).orElseThrow();
        byte[] back = WordEdits.edited(documents.content(last.documentId()), edit);
        HttpResponse<String> received = send(officer, sender.name(), "answer.docx", back);
        assertThat(received.statusCode()).isEqualTo(302);
        String check = officer.target(received);
        assertThat(text(officer.get(check)))
                .contains("Check what came back", "F1, how much and how often")
                .contains("The family wants 60 minutes, four times a week")
                .contains("Take it as round " + (last.round() + 1));
        List<Document> papers = documents.of(nell);
        Document paper = papers.get(papers.size() - 1);
        assertThat(officer.postForm(
                                page + "/rounds",
                                "document=" + paper.id() + "&sender=" + sender + "&round=" + last.round())
                        .statusCode())
                .isEqualTo(302);
    }

    private HttpResponse<String> send(Visitor officer, String sender, String name, byte[] content) {
        return officer.upload(
                page + "/received", Map.of("_csrf", token(officer.get(page)), "sender", sender), "file", name, content);
    }
}
