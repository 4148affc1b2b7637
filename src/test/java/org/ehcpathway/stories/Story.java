package org.ehcpathway.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.casefile.Address;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.CaseFile;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Deadline;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.casefile.Endings;
import org.ehcpathway.casefile.ExistingAdvice;
import org.ehcpathway.casefile.NewRecommendation;
import org.ehcpathway.casefile.PanelAgenda;
import org.ehcpathway.casefile.PanelFiles;
import org.ehcpathway.casefile.PanelMembers;
import org.ehcpathway.casefile.PanelSittings;
import org.ehcpathway.casefile.SettingRegister;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterCopies;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.letter.LetterRecipient;
import org.ehcpathway.letter.PdfRenderer;
import org.ehcpathway.pathway.AdjustableClock;
import org.ehcpathway.pathway.PanelMeetings;
import org.ehcpathway.pathway.RequestsForSettings;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.pathway.demo.PathwayDriver;
import org.ehcpathway.plan.PlanWriting;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.plan.check.PlanQuality;
import org.ehcpathway.security.StoryPeople;
import org.ehcpathway.testing.NhsNumbers;
import org.ehcpathway.testing.SamplePlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole application with nobody at the screen: stories walk cases through it form by form, in a time of their own. Jobs
 * and timers run when the story comes to their moment, never before.
 */
@SpringBootTest(
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "spring.config.import=classpath:council-demo.yaml",
            "ehc.admin.user=headofservice",
            "ehc.admin.password=a-long-password-of-tests",
            "ehc.panel.clockwork=false",
            "ehc.register.clockwork=false",
            "ehc.panel.capacity=100",
            "ehc.outbox=target/outbox-of-stories"
        })
@ActiveProfiles("stories")
@Import(StoryPeople.class)
abstract class Story {

    @Autowired
    PathwayDriver people;

    @Autowired
    AdjustableClock clock;

    @Autowired
    CaseFiles files;

    @Autowired
    LetterReading reading;

    @Autowired
    LetterCopies copies;

    @Autowired
    Plans plans;

    @Autowired
    PlanWriting writing;

    @Autowired
    AdviceRegister advice;

    @Autowired
    ExistingAdvice existing;

    @Autowired
    PlanQuality quality;

    @Autowired
    Documents documents;

    @Autowired
    SettingRegister settings;

    @Autowired
    RequestsForSettings requestsForSettings;

    @Autowired
    Endings endings;

    @Autowired
    PdfRenderer pdf;

    @Autowired
    PanelMeetings meetings;

    @Autowired
    PanelAgenda agenda;

    @Autowired
    PanelSittings sittings;

    @Autowired
    PanelFiles panelFiles;

    @Autowired
    PanelMembers members;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identities;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    PanelStory panel;

    @BeforeEach
    void thePanel() {
        panel = new PanelStory(meetings, sittings, panelFiles, members);
    }

    @BeforeEach
    void schoolsAreKnown() {
        if (settings.all().stream().noneMatch(known -> known.urn().equals("100001"))) {
            settings.add(
                    "100001",
                    "Ashdown Primary School",
                    "Mrs Grace Holloway",
                    "office@ashdown.example.org",
                    new Address("Ashdown Lane", null, "Exampleton", null, "ZX4 1AA"));
            settings.add(
                    "100002",
                    "Birchwood School",
                    "Mr Daniel Reeve",
                    "office@birchwood.example.org",
                    new Address("Birch Road", null, "Exampleton", null, "ZX4 2BB"));
        }
    }

    @AfterEach
    void timeRunsAgain() {
        clock.run();
    }

    /** Nine in the morning of a day. */
    void on(LocalDate day) {
        people.moveTo(day.atTime(LocalTime.of(9, 0)));
    }

    void on(int year, int month, int day) {
        on(LocalDate.of(year, month, day));
    }

    /** A moment of a day, written as in 2026-10-12T08:00. */
    void at(String moment) {
        people.moveTo(LocalDateTime.parse(moment));
    }

    /** The request of the parent of Nell Ashby, who attends a primary school; letters go by post. */
    static Map<String, Object> nellsRequest(LocalDate receivedOn) {
        Map<String, Object> form = new HashMap<>();
        form.put("receivedOn", receivedOn.toString());
        form.put("source", "PARENT");
        form.put("requestedBy", "Ruth Ashby");
        form.put(
                "requestSummary",
                "Nell finds reading and being with other children very hard. Two cycles of support have not helped.");
        form.put("familyWords", "Nell comes home in tears and says she is stupid. She is not.");
        form.put("firstNames", "Nell");
        form.put("lastName", "Ashby");
        form.put("birthDate", "2018-03-09");
        // Every Nell is a person of her own, however many of them one database sees.
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
        return form;
    }

    String nellsRequestArrives(LocalDate receivedOn) {
        return people.request("caseworker", nellsRequest(receivedOn));
    }

    void sign(String user, String reference) {
        people.complete(user, reference, "userTask_checkAndSign", Map.of("verdict", "SIGN"));
    }

    /** The caseworker takes the first look: a plan may be necessary, so views and evidence are invited at once. */
    void consider(String reference) {
        takeTheFirstLook(reference);
        inviteViews(reference);
    }

    void inviteViews(String reference) {
        // Cases that began before views were invited by a step of their own go on without.
        if (!people.tasks(reference, "userTask_checkAndSign").isEmpty()) {
            sign("caseworker", reference);
        }
    }

    void takeTheFirstLook(String reference) {
        people.complete(
                "caseworker",
                reference,
                "userTask_considerRequest",
                Map.of(
                        "familyWords", "We only want her to be happy at school again.",
                        "familyWordsBy", "Ruth Ashby",
                        "familyWordsOn", LocalDate.now(clock).toString(),
                        "evidence", "Two cycles of assess, plan, do, review with little progress.",
                        "planMayBeNecessary", "YES",
                        "advice", "ASSESS"));
    }

    void decideToAssess(String reference, boolean needs, boolean plan) {
        people.complete(
                "manager",
                reference,
                "userTask_decideWhetherToAssess",
                Map.of(
                        "hasSen", needs ? "YES" : "NO",
                        "planMayBeNecessary", plan ? "YES" : "NO",
                        "reasons",
                                plan
                                        ? "Nell has made little progress although her school has helped her in many ways."
                                        : "Nell’s school can meet her needs from what it has, and she makes good progress.",
                        "evidence", "School report of 1 September 2026.",
                        "beforeAnswer", "The family told us by telephone that it has nothing to add."));
    }

    /** A case manager is named and introduced, where the case has come to it. */
    void introduce(String reference) {
        if (!people.tasks(reference, "userTask_nameCaseManager").isEmpty()) {
            people.complete("manager", reference, "userTask_nameCaseManager", Map.of());
            sign("caseworker", reference);
        }
    }

    /** The family does not want the conversation that it is offered after a refusal. */
    void offerInVain(String reference) {
        people.complete(
                "caseworker",
                reference,
                "userTask_offerConversation",
                Map.of(
                        "answer", "NOT_WANTED",
                        "onDay", LocalDate.now(clock).toString(),
                        "outcome", "NOTHING_NEW"));
    }

    void askForAdvice(String reference) {
        introduce(reference);
        people.complete("caseworker", reference, "userTask_chooseAdvisers", Map.of());
        people.complete("caseworker", reference, "userTask_signAdviceRequests", Map.of("sign", true));
    }

    /** Every adviser asked gives a report, as the person who sits in their group. */
    void allAdviceArrives(String reference) {
        for (Task task : people.tasks(reference, "userTask_provideAdvice")) {
            give(task, reference);
        }
    }

    void give(Task task, String reference) {
        String group = (String) tasks.getVariable(task.getId(), Vars.ADVISER_GROUP);
        String user =
                switch (group) {
                    case "advisers-psychology" -> "adviser";
                    case "advisers-health" -> "adviserhealth";
                    case "advisers-social-care" -> "advisersocial";
                    case "setting-100001" -> "setting";
                    default -> "caseworker";
                };
        Map<String, Object> form = new HashMap<>();
        form.put("outcome", "RECEIVED");
        form.put("receivedOn", LocalDate.now(clock).toString());
        if (group.startsWith("team-")) {
            form.put("words", "Please listen to her. She loves drawing and her dog.");
        } else {
            Long document = documents
                    .add(reference, DocumentKind.ADVICE, "Report", "report.pdf", report("Report of " + group), user)
                    .id();
            tasks.setVariableLocal(task.getId(), Vars.UPLOADED_DOCUMENT, document);
        }
        people.complete(user, task, form);
    }

    byte[] report(String title) {
        return pdf.render(
                "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en-GB\"><head><title>" + title
                        + "</title><style>body{font-family:Doc}</style></head><body><h1>" + title
                        + "</h1><p>Needs, provision and outcomes.</p></body></html>",
                LocalDate.now(clock),
                List.of());
    }

    /**
     * The panel recommends today: at a sitting convened for today, or on the task that cases have which began before sittings were
     * kept. A case that no sitting reaches in time is with its manager already.
     */
    void recommend(String reference, boolean plan) {
        recommend(reference, plan, "The advice agrees on what Nell needs and how much of it.", null);
    }

    void recommend(String reference, boolean plan, String reasons, String provision) {
        if (!people.tasks(reference, "userTask_recommendAtPanel").isEmpty()) {
            people.complete(
                    "panel",
                    reference,
                    "userTask_recommendAtPanel",
                    Map.of("recommendation", plan ? "PLAN" : "NO_PLAN", "reasons", reasons, "noConnection", true));
            return;
        }
        panelFiles.waiting().stream()
                .filter(waiting -> waiting.c().reference().equals(reference))
                .findFirst()
                .ifPresent(waiting -> {
                    String sitting = sittingOfToday();
                    if (panel.agenda(sitting).stream().noneMatch(line -> line.endsWith(reference))) {
                        agenda.addLate(sitting, waiting.item().id(), "support");
                    }
                    meetings.recommend(
                            sitting,
                            waiting.item().id(),
                            new NewRecommendation(plan, reasons, provision, null, null),
                            "support");
                    people.runJobs();
                });
    }

    /** An extraordinary sitting that has begun, with everybody there. */
    String sittingOfToday() {
        panel.membersAreKnown();
        String sitting =
                panel.convenedToday(LocalDate.now(clock), LocalTime.now(clock).truncatedTo(ChronoUnit.MINUTES));
        people.runJobs();
        if (!people.tasks(sitting, "userTask_checkAgenda").isEmpty()) {
            people.complete("support", sitting, "userTask_checkAgenda", Map.of("checked", true));
        }
        panel.attend(sitting);
        return sitting;
    }

    void decideOnPlan(String reference, boolean plan) {
        people.complete(
                "manager",
                reference,
                "userTask_decideWhetherToIssue",
                Map.of(
                        "planNecessary", plan ? "YES" : "NO",
                        "reasons", "The assessment shows what Nell needs and who can give it to her.",
                        "evidence", "All advice of the assessment."));
    }

    void writePlan(String reference) {
        new SamplePlan(plans, writing, advice).write(reference, "caseworker");
        people.complete("caseworker", reference, "userTask_writeDraft", Map.of("complete", true));
    }

    CaseFile file(String reference) {
        return files.whole(reference);
    }

    Deadline deadline(String reference, String rule) {
        return file(reference).deadline(rule).orElseThrow();
    }

    List<Letter> lettersOf(String reference, LetterKind kind) {
        return reading.of(reference).stream()
                .filter(letter -> letter.kind() == kind)
                .toList();
    }

    Letter letter(String reference, LetterKind kind) {
        List<Letter> found = lettersOf(reference, kind);
        if (found.size() != 1) {
            throw new AssertionError("There are " + found.size() + " letters " + kind.id() + ", not one");
        }
        return found.get(0);
    }

    /** What the letter says to this person, as it was sent, in one line. */
    String words(String reference, LetterKind kind, String recipient) {
        LetterRecipient found = recipients(reference, kind).stream()
                .filter(to -> to.name().equals(recipient))
                .findFirst()
                .orElseThrow();
        return text(documents.content(found.documentId()));
    }

    /** What a PDF says, in one line. */
    static String text(byte[] pdf) {
        try (PDDocument read = Loader.loadPDF(pdf)) {
            PDFTextStripper reader = new PDFTextStripper();
            reader.setSortByPosition(true);
            return reader.getText(read).replaceAll("[\\s\u00A0]+", " ");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<LetterRecipient> recipients(String reference, LetterKind kind) {
        return reading.recipients(letter(reference, kind).id());
    }

    List<String> openTasks(String reference) {
        return tasks.createTaskQuery().processInstanceBusinessKey(reference).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    /** What waits for its moment in a case, such as "event_req04Nears 2026-10-12T08:00". */
    List<String> timers(String reference) {
        return jobsOf(reference).stream()
                .filter(job -> job.getDuedate() != null)
                .map(job -> management
                                .createJobDefinitionQuery()
                                .jobDefinitionId(job.getJobDefinitionId())
                                .singleResult()
                                .getActivityId()
                        + " "
                        + LocalDateTime.ofInstant(job.getDuedate().toInstant(), AdjustableClock.ENGLAND))
                .sorted()
                .toList();
    }

    /** What the file says happened under this name, with the moment: "2026-10-12T08:00 REQ-04 is due on 26 Oct 2026." */
    List<String> happened(String reference, String what) {
        return file(reference).events().stream()
                .filter(event -> event.what().equals(what))
                .map(event -> LocalDateTime.ofInstant(event.at(), AdjustableClock.ENGLAND) + " " + event.detail())
                .toList();
    }

    /** The jobs still to run in a case: none may be left of one that has ended. */
    List<Job> jobsOf(String reference) {
        Set<String> instances =
                runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                        .map(ProcessInstance::getId)
                        .collect(Collectors.toSet());
        return management.createJobQuery().list().stream()
                .filter(job -> instances.contains(job.getProcessInstanceId()))
                .toList();
    }

    boolean isRunning(String reference) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference)
                        .count()
                > 0;
    }
}
