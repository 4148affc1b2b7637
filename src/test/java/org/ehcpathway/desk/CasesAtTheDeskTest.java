package org.ehcpathway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.casefile.SettingConsultations;
import org.ehcpathway.casefile.SettingRequest;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.security.Visitor;
import org.ehcpathway.statute.SettingKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What people see of a case on our own pages, and what they do there. */
class CasesAtTheDeskTest extends DeskStory {

    private static final String A_PDF =
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                    + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

    @Autowired
    private SettingConsultations consultations;

    @Autowired
    LetterReading reading;

    @Autowired
    Plans plans;

    @Autowired
    TaskService tasks;

    @Override
    boolean visibleTo(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).count() == 1;
    }

    @Test
    void aRequestForASettingIsTakenBackOnTheCasePage() {
        String reference = nellsRequest();
        SettingRequest asked = consultations.ask(
                reference, "The Lark School", null, SettingKind.ACADEMY, "Ruth Ashby", MONDAY, "caseworker");
        Visitor caseworker = signedIn("caseworker");
        String address = "/cases/" + reference + "/setting-requests/" + asked.id() + "/taken-back";
        assertThat(caseworker.get("/cases/" + reference).body())
                .contains("a request with the right of section 39", "The family takes this back");

        HttpResponse<String> noDay = caseworker.postForm(address, "saidBy=Ruth+Ashby&saidOn=");
        assertThat(noDay.statusCode()).isEqualTo(400);
        assertThat(noDay.body()).contains("Give the day on which the family took it back.", "value=\"Ruth Ashby\"");
        assertThat(signedIn("adviser")
                        .postForm(address, "saidBy=Ruth+Ashby&saidOn=2026-09-14")
                        .statusCode())
                .isEqualTo(404);

        assertThat(caseworker
                        .postForm(address, "saidBy=Ruth+Ashby&saidOn=2026-09-14")
                        .statusCode())
                .isEqualTo(302);
        assertThat(caseworker.get("/cases/" + reference).body())
                .contains("Taken back by Ruth Ashby on 14 September 2026.")
                .doesNotContain("The family takes this back");
    }

    @Test
    void theCasePageTellsWhoWhereAndByWhen() {
        String nell = nellsRequest();

        HttpResponse<String> page = signedIn("caseworker").get("/cases/" + nell);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(text(page))
                .contains("Nell Ashby", nell, "North team", "Ruth Ashby", "7 Mill Lane", "Ashdown Primary School")
                .contains("REQ-04", "26 Oct 2026", "work towards 25 Oct 2026", "Running in 42 days")
                .contains("Check and sign letter: L-01, Consultation after a request")
                .contains(FAMILY_WORDS)
                .contains("Request recorded", "Casey Marlow")
                .contains("Exampleshire Council");
        assertThat(page.body()).contains("aria-current=\"step\"");
    }

    @Test
    void whatTheFamilySaysCanBeKeptAtAnyTime() {
        String nell = nellsRequest();
        Visitor caseworker = signedIn("caseworker");
        String address = "/cases/" + nell;
        caseworker.get(address);

        HttpResponse<String> refused = caseworker.postForm(
                address + "/views", "topic=OTHER&saidBy=Paul+Ashby&saidOn=&words=She+loves+the+sea+%3C3");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(text(refused)).contains("Give the day on which the family said it.");
        assertThat(refused.body()).contains("She loves the sea &lt;3");

        caseworker.postForm(
                address + "/views", "topic=OTHER&saidBy=Paul+Ashby&saidOn=2026-09-14&words=She+loves+the+sea+%3C3");
        assertThat(files.whole(nell).views()).last().satisfies(view -> assertThat(view.words())
                .isEqualTo("She loves the sea <3"));
        Visitor support = signedIn("adviser");
        assertThat(support.postForm(address + "/views", "topic=OTHER&saidBy=A&saidOn=2026-09-14&words=B")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void besideItsTaskTheLetterComesFirst() {
        String nell = nellsRequest();
        Task sign = people.task(nell, "userTask_checkAndSign");
        Visitor caseworker = signedIn("caseworker");

        HttpResponse<String> tab = caseworker.get("/cases/by-task/" + sign.getId());

        assertThat(tab.statusCode()).isEqualTo(200);
        assertThat(text(tab).indexOf("Preview L-01"))
                .isPositive()
                .isLessThan(text(tab).indexOf("What is next"));
        assertThat(tab.body()).doesNotContain("masthead");
        HttpResponse<String> preview = caseworker.get(firstPdf(tab));
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(preview.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("inline")
                .contains("Preview");
        assertThat(preview.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void aSentLetterOpensAsItWasSent() {
        String nell = nellsRequest();
        people.complete("caseworker", nell, "userTask_checkAndSign", Map.of("verdict", "SIGN"));

        HttpResponse<String> page = signedIn("manager").get("/cases/" + nell);

        assertThat(text(page)).contains("L-01 Consultation after a request", "14 Sept 2026", "16 Sept 2026");
        HttpResponse<String> letter = signedIn("manager").get(firstPdf(page));
        assertThat(letter.headers().firstValue("Content-Disposition").orElseThrow())
                .doesNotContain("Preview");
    }

    @Test
    void aSentLetterIsThereInLargePrintAndAsAPageAndSaysWhatWasSent() throws Exception {
        String nell = nellsRequest();
        people.complete("caseworker", nell, "userTask_checkAndSign", Map.of("verdict", "SIGN"));
        Visitor support = signedIn("support");
        HttpResponse<String> page = support.get("/cases/" + nell);
        String address = firstPdf(page).replace(".pdf", "");
        assertThat(page.body())
                .contains(address + ".pdf?print=large", address + ".html")
                .doesNotContain(address + ".docx");

        HttpResponse<String> large = support.get(address + ".pdf?print=large");
        HttpResponse<String> asPage = support.get(address + ".html");

        assertThat(large.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(large.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("inline")
                .contains("large-print")
                .doesNotContain("Preview");
        assertThat(asPage.statusCode()).isEqualTo(200);
        assertThat(asPage.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(asPage.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'")
                .endsWith("sandbox");
        assertThat(text(asPage)).contains("Date: 14 September 2026", "Our reference: " + nell, "Yours sincerely");
    }

    @Test
    void whoPreparesLettersMayTakeACopyToEditAndNobodyElse() {
        String nell = nellsRequest();
        Visitor caseworker = signedIn("caseworker");
        HttpResponse<String> page = caseworker.get("/cases/" + nell);
        String copy = firstPdf(page).replace(".pdf", ".docx");
        assertThat(page.body()).contains(copy);
        assertThat(text(page)).contains("as a copy to edit, not the letter");

        HttpResponse<String> taken = caseworker.get(copy);

        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment")
                .contains("Not-the-letter-");
        assertThat(signedIn("support").get(copy).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"caseworkersouth", "panel", "adviser", "setting", "analyst", "admin"})
    void aCaseOfOthersIsNotThere(String userId) {
        String nell = nellsRequest();
        Visitor stranger = signedIn(userId);
        Letter letter = reading.of(nell).get(0);
        long recipient = reading.recipients(letter.id()).get(0).id();
        Visitor caseworker = signedIn("caseworker");
        upload(caseworker, "/cases/" + nell, nell, null, "School report", "report.pdf", A_PDF);
        Document paper = papers(nell).get(0);

        assertThat(List.of(
                        "/cases/" + nell,
                        "/cases/" + nell + "/plan",
                        "/cases/by-task/"
                                + people.task(nell, "userTask_checkAndSign").getId(),
                        "/letters/" + letter.id() + "/recipients/" + recipient + ".pdf",
                        "/letters/" + letter.id() + "/recipients/" + recipient + ".pdf?print=large",
                        "/letters/" + letter.id() + "/recipients/" + recipient + ".html",
                        "/letters/" + letter.id() + "/recipients/" + recipient + ".docx",
                        "/documents/" + paper.id(),
                        "/api/cases/" + nell))
                .allSatisfy(address -> assertThat(stranger.get(address).statusCode())
                        .as(address)
                        .isEqualTo(404));
        assertThat(upload(stranger, "/login", nell, null, "A paper", "report.pdf", A_PDF)
                        .statusCode())
                .isEqualTo(404);
        assertThat(papers(nell)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"caseworker2", "manager", "managersouth", "support", "tribunal"})
    void whoWorksForTheWholeServiceOrTheTeamSeesTheCase(String userId) {
        String nell = nellsRequest();

        assertThat(text(signedIn(userId).get("/cases/" + nell))).contains("Nell Ashby", "7 Mill Lane");
    }

    @Test
    void aDataOfficerSeesFiguresAndNoNames() {
        String nell = nellsAssessment();
        Visitor data = signedIn("data");

        HttpResponse<String> page = data.get("/cases/" + nell);
        HttpResponse<String> json = data.getJson("/api/cases/" + nell);
        HttpResponse<String> list = data.getJson("/api/cases?size=200");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(text(page)).contains(nell, "REQ-04", "26 Oct 2026", "Carry out an EHC needs assessment");
        for (HttpResponse<String> answer : List.of(page, json, list)) {
            assertThat(answer.body())
                    .contains(nell)
                    .doesNotContain("Nell", "Ashby", "Mill Lane", "tears", "little progress", "Marlow", "Ellery");
        }
        assertThat(data.get("/cases/" + nell + "/plan").statusCode()).isEqualTo(404);
    }

    @Test
    void anAdviserSeesTheChildAndTheAdviceAskedForUntilItIsGiven() {
        String nell = nellsAssessment();
        Task task = psychologistsTask(nell);
        String tab = "/cases/by-task/" + task.getId();
        Visitor adviser = signedIn("adviser");

        HttpResponse<String> page = adviser.get(tab);

        assertThat(text(page))
                .contains("Nell Ashby", "Psychological advice", FAMILY_WORDS, "Ruth Ashby", "Open L-05")
                .doesNotContain("Mill Lane", "Dr Samir Anand", "Patience Okoro", "little progress", "History");

        HttpResponse<String> sent = upload(adviser, tab, nell, task.getId(), "Report on Nell", "report.pdf", A_PDF);
        assertThat(adviser.target(sent)).isEqualTo(tab);
        assertThat(text(adviser.get(tab)))
                .contains("Kept: Report on Nell (report.pdf), and noted for this task.")
                .contains("Ready to be sent with the form");
        Document report = papers(nell).get(0);
        assertThat(report.kind()).isEqualTo(DocumentKind.ADVICE);
        assertThat(adviser.get("/documents/" + report.id()).statusCode()).isEqualTo(200);
        assertThat(signedIn("adviserhealth").get("/documents/" + report.id()).statusCode())
                .as("another adviser of the same child")
                .isEqualTo(404);

        people.complete("adviser", task, Map.of("outcome", "RECEIVED", "receivedOn", MONDAY.toString()));
        assertThat(files.whole(nell).advice()).anyMatch(advice -> report.id().equals(advice.documentId()));
        assertThat(adviser.get(tab).statusCode()).isEqualTo(404);
        assertThat(adviser.get("/cases/" + nell).statusCode()).isEqualTo(404);
        assertThat(adviser.get("/documents/" + report.id()).statusCode()).isEqualTo(404);
    }

    @Test
    void aRefusedPaperComesBackWithOneSentenceAndWhatWasTyped() {
        String nell = nellsRequest();
        Visitor caseworker = signedIn("caseworker");
        String page = "/cases/" + nell;

        HttpResponse<String> falseType =
                upload(caseworker, page, nell, null, "School report", "report.pdf", "MZ this is a program");
        assertThat(falseType.statusCode()).isEqualTo(400);
        assertThat(text(falseType))
                .contains("The file says it is a PDF but it is not; open it, save it anew and try again.");
        assertThat(falseType.body()).contains("value=\"School report\"");

        assertThat(text(upload(caseworker, page, nell, null, "Empty", "report.pdf", "")))
                .contains("The file is empty; check it and choose it again.");
        assertThat(text(upload(caseworker, page, nell, null, "A program", "report.exe", "MZ")))
                .contains("This type of file is not taken");
        assertThat(text(upload(caseworker, page, nell, null, "Nothing", "", "")))
                .contains("Choose a file first.");
        assertThat(text(upload(caseworker, page, nell, null, " ", "report.pdf", A_PDF)))
                .contains("Enter a title for the document.");
        assertThat(papers(nell)).isEmpty();
    }

    @Test
    void aFileTooLargeIsTurnedAwayBeforeItIsRead() {
        String nell = nellsRequest();
        Visitor caseworker = signedIn("caseworker");
        String large = "0".repeat(20 * 1024 * 1024 + 1);

        HttpResponse<String> justTooLarge =
                upload(caseworker, "/cases/" + nell, nell, null, "Large", "report.txt", large);
        HttpResponse<String> farTooLarge =
                upload(caseworker, "/cases/" + nell, nell, null, "Larger", "report.txt", large + large);

        assertThat(justTooLarge.statusCode()).isEqualTo(400);
        assertThat(text(justTooLarge)).contains("The file is larger than 20 MB; make it smaller or split it.");
        assertThat(justTooLarge.body()).contains("value=\"Large\"");
        assertThat(farTooLarge.statusCode()).isEqualTo(413);
        assertThat(text(farTooLarge)).contains("The file is larger than 20 MB; make it smaller or split it.");
        assertThat(papers(nell)).isEmpty();
    }

    @Test
    void thePlanIsWrittenSectionBySectionAndNothingTypedIsLost() {
        String nell = nellsRequest();
        Visitor casey = signedIn("caseworker");
        String address = "/cases/" + nell + "/plan";
        assertThat(text(casey.get(address))).contains("There is no plan to write yet");
        files.decide(
                nell,
                DecisionKind.ISSUE_PLAN,
                "Children and Families Act 2014 s.37(1)",
                "The assessment shows what Nell needs and who can give it to her.",
                null,
                "manager");

        HttpResponse<String> opened = casey.get(address);
        assertThat(text(opened)).contains("Draft EHC plan, version 1", "Section B is empty.");
        assertThat(opened.body()).contains("href=\"#section-B\"");

        Visitor rowan = signedIn("caseworker2");
        FormOfAPage early = FormOfAPage.on(rowan.get(address));
        save(
                casey,
                address,
                FormOfAPage.on(opened)
                        .type(Map.of("section.A.words", "She loves drawing.", "section.B.words", "Reading.")));
        assertThat(words(nell, PlanPart.B)).isEqualTo("Reading.");
        assertThat(text(casey.get(address))).contains("The plan is saved.");

        HttpResponse<String> stale = save(
                rowan,
                address,
                early.type(Map.of("section.B.words", "Reading and writing.", "section.C.words", "None.")));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(text(stale))
                .contains("Section B was changed by Casey Marlow")
                .contains("saved meanwhile by Casey MarlowReading.")
                .contains("Reading and writing.");
        assertThat(words(nell, PlanPart.A))
                .as("what was not touched is not written over")
                .isEqualTo("She loves drawing.");
        assertThat(words(nell, PlanPart.B)).isEqualTo("Reading.");
        assertThat(words(nell, PlanPart.C)).as("the rest is kept").isEqualTo("None.");

        save(rowan, address, FormOfAPage.on(stale));
        assertThat(words(nell, PlanPart.B)).isEqualTo("Reading and writing.");

        HttpResponse<String> unprintable = save(
                casey,
                address,
                FormOfAPage.on(casey.get(address)).type("section.G.words", "An odd sign: \uD83C\uDF08"));
        assertThat(unprintable.statusCode()).isEqualTo(400);
        assertThat(unprintable.body()).contains("An odd sign");
        assertThat(words(nell, PlanPart.G)).isEmpty();
    }

    @Test
    void onlyTheTeamAndManagersWriteThePlan() {
        String nell = nellsRequest();
        files.decide(
                nell,
                DecisionKind.ISSUE_PLAN,
                "Children and Families Act 2014 s.37(1)",
                "The assessment shows what Nell needs and who can give it to her.",
                null,
                "manager");
        String address = "/cases/" + nell + "/plan";
        signedIn("manager").get(address);
        Visitor tribunal = signedIn("tribunal");

        HttpResponse<String> page = tribunal.get(address);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("<textarea");
        FormOfAPage form = FormOfAPage.on(signedIn("manager").get(address)).type("section.A.words", "Mine");
        assertThat(save(tribunal, address, form).statusCode()).isEqualTo(403);
        assertThat(words(nell, PlanPart.A)).isEmpty();
        assertThat(signedIn("support").get(address).body()).doesNotContain("<textarea");
        assertThat(signedIn("managersouth").get(address).body()).contains("<textarea");
    }

    @Test
    void theTimescalesAnswerPeopleToo() {
        Visitor caseworker = signedIn("caseworker");

        assertThat(text(caseworker.get("/timescales"))).contains("PLAN-06", "W(20)");
        assertThat(text(caseworker.get("/timescales?rule=REQ-04&from=2026-09-14")))
                .contains("Due by Monday 26 October 2026.");
        assertThat(text(caseworker.get("/timescales?rule=REQ-04&from=2026-09-14")))
                .contains("From Monday 14 September 2026", "Mon 21 Dec 2026", "Mon 4 Jan 2027", "Mon 1 Feb 2027")
                .contains("If REQ-03 is done on its last day, Monday 26 October 2026", "Sat 26 Dec 2026");
        assertThat(text(caseworker.get("/timescales?rule=REV-09&from=2026-11-10")))
                .contains("Tue 27 Oct 2026", "Tue 24 Nov 2026", "Tue 8 Dec 2026", "Tue 22 Dec 2026", "Tue 2 Feb 2027");
        assertThat(text(caseworker.get("/timescales?rule=REV-04&from=2027-09-01")))
                .contains("Sun 14 Feb 2027", "Sun 20 Dec 2026", "Sun 22 Nov 2026", "Sun 8 Nov 2026")
                .contains("So that REV-04 can still be kept.");
        assertThat(text(caseworker.get("/timescales?rule=APP-01&from=2026-10-01&certificate=2026-11-29")))
                .contains("Due by Monday 4 January 2027.", "If you know it as well");
        HttpResponse<String> wrong = caseworker.get("/timescales?rule=REQ-04&from=soon");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(text(wrong)).contains("is not a date");
    }

    private static HttpResponse<String> save(Visitor person, String address, FormOfAPage form) {
        return person.postForm(address, form.pressing("save"));
    }

    private String words(String reference, PlanPart part) {
        return plans.text(reference, plans.working(reference)).sections().stream()
                .filter(section -> section.part() == part)
                .findFirst()
                .orElseThrow()
                .words();
    }

    private List<Document> papers(String reference) {
        return files.whole(reference).documents().stream()
                .filter(document -> document.kind() != DocumentKind.LETTER)
                .toList();
    }

    private static String firstPdf(HttpResponse<String> page) {
        Matcher link = Pattern.compile("href=\"(/letters/[0-9]+/recipients/[0-9]+\\.pdf)\"")
                .matcher(page.body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
