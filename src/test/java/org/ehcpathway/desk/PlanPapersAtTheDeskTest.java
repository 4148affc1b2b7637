package org.ehcpathway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.casefile.Address;
import org.ehcpathway.casefile.AdviceKind;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.letter.ReadPdf;
import org.ehcpathway.plan.PlanVersion;
import org.ehcpathway.plan.PlanWriting;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.security.Visitor;
import org.ehcpathway.testing.BroughtFiles;
import org.ehcpathway.testing.SamplePlan;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The papers of a plan, taken away at the desk; and files that are turned away there. */
class PlanPapersAtTheDeskTest extends DeskStory {

    private static final int MEGABYTE = 1024 * 1024;

    @Autowired
    TaskService tasks;

    @Autowired
    AdviceRegister advice;

    @Autowired
    Documents documents;

    @Autowired
    Plans plans;

    @Autowired
    PlanWriting writing;

    @Override
    boolean visibleTo(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).count() == 1;
    }

    @Test
    void theTeamTakesThePlanAwayInEveryFormBeforeAndAfterItIsIssued() throws Exception {
        String nell = nellsPlan();
        Visitor casey = signedIn("caseworker");
        String address = "/cases/" + nell + "/plan";

        assertThat(casey.get(address).body())
                .contains(address + "/1/bundle.pdf", address + "/1/summary.pdf", address + "/1/plan.docx");
        byte[] working = casey.getBytes(address + "/1/plan.pdf").body();
        assertThat(ReadPdf.spoken(working)).contains("Working paper, not served.", "Nell Ashby", "K1");

        PlanVersion draft = plans.issueDraft(nell);
        HttpResponse<byte[]> issued = casey.getBytes(address + "/1/plan.pdf");
        assertThat(issued.body())
                .as("what was issued is kept, and never made again")
                .isEqualTo(documents.content(draft.documentId()));
        assertThat(issued.headers().firstValue("Content-Disposition")).hasValueSatisfying(name -> assertThat(name)
                .contains("inline", nell + "-draft-ehc-plan-version-1.pdf"));
        assertThat(ReadPdf.spoken(issued.body())).doesNotContain("Working paper");

        try (PDDocument bundle =
                Loader.loadPDF(casey.getBytes(address + "/1/bundle.pdf").body())) {
            assertThat(bundle.getNumberOfPages())
                    .as("the contents, the plan and five pages of advice")
                    .isEqualTo(1 + pages(issued.body()) + 5);
        }
        assertThat(ReadPdf.spoken(casey.getBytes(address + "/1/summary.pdf").body()))
                .contains("Nell’s plan on one page", "A specialist teacher teaches her to read, one to one.");
        HttpResponse<byte[]> word = casey.getBytes(address + "/1/plan.docx");
        assertThat(word.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains("attachment", ".docx"));
        try (XWPFDocument copy = new XWPFDocument(new ByteArrayInputStream(word.body()))) {
            assertThat(copy.getHeaderList().get(0).getText())
                    .contains("Copy for editing. This is not the plan of Nell Ashby, " + nell);
        }
        assertThat(casey.getBytes(address + "/7/plan.pdf").statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyElseTakesAnyOfThemAway() {
        String nell = nellsPlan();
        plans.working(nell);
        for (String paper : List.of("plan.pdf", "bundle.pdf", "summary.pdf", "plan.docx")) {
            String address = "/cases/" + nell + "/plan/1/" + paper;
            for (String userId : List.of("adviser", "caseworkersouth", "panel")) {
                HttpResponse<String> answer = signedIn(userId).get(address);
                assertThat(answer.statusCode()).as(userId + " " + paper).isEqualTo(404);
                assertThat(answer.body()).doesNotContain("Ashby");
            }
            assertThat(Visitor.at(port).get(address).statusCode()).isEqualTo(302);
        }
    }

    @Test
    void aFileOfTwoHundredMegabytesIsTurnedAwayWithASentenceAndNothingOfItIsKept() {
        String nell = nellsRequest();
        Visitor casey = signedIn("caseworker");
        String token = token(casey.get("/cases/" + nell));
        String boundary = "----end";
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n--"
                + boundary + "\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nADVICE\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nScan\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"scan.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n%PDF-1.4\n";
        String foot = "\r\n--" + boundary + "--\r\n";
        byte[] megabyte = new byte[MEGABYTE];
        Supplier<InputStream> body = () -> new SequenceInputStream(Collections.enumeration(List.of(
                stream(head),
                new SequenceInputStream(Collections.enumeration(Collections.nCopies(200, megabyte).stream()
                        .map(ByteArrayInputStream::new)
                        .toList())),
                stream(foot))));
        BodyPublisher unannounced = BodyPublishers.ofInputStream(body);
        BodyPublisher announced =
                BodyPublishers.fromPublisher(unannounced, head.length() + 200L * MEGABYTE + foot.length());

        HttpResponse<String> answer = send(casey, nell, boundary, announced);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(text(answer)).contains("The file is larger than 20 MB; make it smaller or split it.");
        assertThat(send(casey, nell, boundary, unannounced).statusCode())
                .as("no browser sends a file so; it is turned away unread")
                .isBetween(400, 499);
        assertThat(documents.of(nell)).noneMatch(document -> document.title().equals("Scan"));
    }

    private static HttpResponse<String> send(Visitor person, String reference, String boundary, BodyPublisher body) {
        return person.post(
                "/cases/" + reference + "/documents",
                body,
                "Content-Type",
                "multipart/form-data; boundary=" + boundary,
                "Accept",
                "text/html");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static int pages(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    /** A plan of Nell's, written whole, with one report of five pages. */
    private String nellsPlan() {
        String nell = nellsRequest();
        long asked = advice.plan(
                        nell,
                        AdviceKind.PSYCHOLOGICAL,
                        "Dr Amira Khan",
                        "Educational psychologist",
                        new Address("1 Long Road", null, "Exampleton", null, "ZX1 1AB"),
                        null,
                        "advisers-psychology")
                .id();
        clock.standAt(MONDAY.plusDays(14).atTime(LocalTime.of(9, 0)));
        Document report = documents.add(
                nell, DocumentKind.ADVICE, "Report", "khan.pdf", BroughtFiles.pdf(5, "Report of Dr Khan"), "adviser");
        advice.receive(asked, MONDAY.plusDays(14), report.id(), null, "adviser");
        files.decide(
                nell,
                DecisionKind.ISSUE_PLAN,
                "Children and Families Act 2014 s.37(1)",
                "The assessment shows what Nell needs and who can give it to her.",
                null,
                "manager");
        new SamplePlan(plans, writing, advice).write(nell, "caseworker");
        return nell;
    }
}
