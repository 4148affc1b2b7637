package org.ehcpathway.desk;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.casefile.Address;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.SettingRegister;
import org.ehcpathway.pathway.AdjustableClock;
import org.ehcpathway.pathway.demo.PathwayDriver;
import org.ehcpathway.security.Visitor;
import org.ehcpathway.testing.NhsNumbers;
import org.ehcpathway.testing.OnH2;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole application behind a real port, on Monday 14 September 2026, with the people of the demo council and no children. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "ehc.demo.children=0",
            "ehc.panel.clockwork=false",
            "ehc.register.clockwork=false",
            "ehc.outbox=target/outbox-of-the-desk"
        })
@OnH2
abstract class DeskStory {

    static final LocalDate MONDAY = LocalDate.of(2026, 9, 14);
    static final String FAMILY_WORDS = "Nell comes home in tears and says she is stupid. She is not.";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "----the-edge-of-a-part";

    @LocalServerPort
    int port;

    @Autowired
    PathwayDriver people;

    @Autowired
    AdjustableClock clock;

    @Autowired
    CaseFiles files;

    @Autowired
    SettingRegister settings;

    @BeforeEach
    void monday() {
        clock.standAt(MONDAY.atTime(LocalTime.of(9, 0)));
        if (settings.all().stream().noneMatch(known -> known.urn().equals("100001"))) {
            settings.add(
                    "100001",
                    "Ashdown Primary School",
                    "Mrs Grace Holloway",
                    "office@ashdown.example.org",
                    new Address("Ashdown Lane", null, "Exampleton", null, "ZX4 1AA"));
        }
    }

    @AfterEach
    void timeRunsAgain() {
        clock.run();
    }

    Visitor signedIn(String userId) {
        return Visitor.at(port).signIn(userId);
    }

    /** The request of the parent of Nell Ashby, received today by the North team; L-01 waits to be signed. */
    String nellsRequest() {
        return requestFor("2018-03-09");
    }

    /** As {@link #nellsRequest()}, for a Nell born on another day. */
    String requestFor(String birthDate) {
        Map<String, Object> form = new HashMap<>();
        form.put("receivedOn", MONDAY.toString());
        form.put("source", "PARENT");
        form.put("requestedBy", "Ruth Ashby");
        form.put("requestSummary", "Nell finds reading very hard. Two cycles of support have not helped.");
        form.put("familyWords", FAMILY_WORDS);
        form.put("firstNames", "Nell");
        form.put("lastName", "Ashby");
        form.put("birthDate", birthDate);
        form.put("nhsNumber", NhsNumbers.next());
        form.put("addressLine1", "7 Mill Lane");
        form.put("town", "Exampleton");
        form.put("postcode", "ZX1 4QQ");
        form.put("firstLanguage", "English");
        form.put("contact1Name", "Ruth Ashby");
        form.put("contact1Relationship", "Mother");
        form.put("contact1Responsibility", true);
        form.put("contact1Channel", "POST");
        form.put("contact1SameAddress", true);
        form.put("settingUrn", "100001");
        String reference = people.request("caseworker", form);
        people.runJobs();
        return reference;
    }

    /** As {@link #nellsRequest()}, up to the advisers who have been asked and not yet answered. */
    String nellsAssessment() {
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
        people.complete(
                "manager",
                nell,
                "userTask_decideWhetherToAssess",
                Map.of(
                        "hasSen", "YES",
                        "planMayBeNecessary", "YES",
                        "reasons", "Nell has made little progress although her school has helped her in many ways.",
                        "evidence", "School report of 1 September 2026.",
                        "beforeAnswer", "The family told us by telephone that it has nothing to add."));
        people.complete("caseworker", nell, "userTask_checkAndSign", Map.of("verdict", "SIGN"));
        people.complete("manager", nell, "userTask_nameCaseManager", Map.of());
        people.complete("caseworker", nell, "userTask_checkAndSign", Map.of("verdict", "SIGN"));
        people.complete("caseworker", nell, "userTask_chooseAdvisers", Map.of());
        people.complete("caseworker", nell, "userTask_signAdviceRequests", Map.of("sign", true));
        return nell;
    }

    /** The task in which the psychologists give their advice. */
    Task psychologistsTask(String reference) {
        return people.tasks(reference, "userTask_provideAdvice").stream()
                .filter(task -> people.as("adviser", () -> visibleTo(task)))
                .findFirst()
                .orElseThrow();
    }

    abstract boolean visibleTo(Task task);

    /** Sends a paper as the upload form of this page does. */
    HttpResponse<String> upload(
            Visitor person,
            String page,
            String reference,
            String taskId,
            String title,
            String fileName,
            String content) {
        String body = field("_csrf", token(person.get(page)))
                + (taskId == null ? "" : field("taskId", taskId))
                + field("kind", "ADVICE")
                + field("title", title)
                + "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/pdf\r\n\r\n" + content + "\r\n--" + BOUNDARY + "--\r\n";
        return person.send(
                "POST",
                "/cases/" + reference + "/documents",
                body,
                "Content-Type",
                "multipart/form-data; boundary=" + BOUNDARY,
                "Accept",
                "text/html");
    }

    private static String field(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    /** The token of the session, from any page with a form. */
    static String token(HttpResponse<String> page) {
        Matcher token = TOKEN.matcher(page.body());
        return token.find() ? token.group(1) : "none";
    }

    static String encoded(String value) {
        return java.net.URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    static String text(HttpResponse<String> page) {
        return page.body()
                .replaceAll("<[^>]+>", "")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ");
    }
}
