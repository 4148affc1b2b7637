package org.ehcpathway.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.casefile.Address;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.casefile.PanelConnection;
import org.ehcpathway.casefile.PanelConnections;
import org.ehcpathway.casefile.PanelMember;
import org.ehcpathway.casefile.PanelMembers;
import org.ehcpathway.casefile.PanelRole;
import org.ehcpathway.casefile.ViewTopic;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.plan.PlanWriting;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.security.Roles;
import org.ehcpathway.security.Visitor;
import org.ehcpathway.testing.SamplePlan;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a setting sees of a child that it is consulted on, and what an adviser who is asked for advice does not see. */
class ConsultedAtTheDeskTest extends DeskStory {

    private static final String ON_THE_DRAFT = "Please do not name Birchwood School: he was hurt there.";
    private static final String A_TEXT = "Words of a paper.";

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identities;

    @Autowired
    Documents documents;

    @Autowired
    AdviceRegister advice;

    @Autowired
    Plans plans;

    @Autowired
    PlanWriting writing;

    @Autowired
    LetterReading letters;

    @Autowired
    PanelMembers members;

    @Autowired
    PanelConnections connections;

    @Override
    boolean visibleTo(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).count() == 1;
    }

    @Test
    void aSettingSeesTheLetterAndWhatCameWithIt() {
        String nell = birchwoodIsConsulted();
        Document request = paper(nell, DocumentKind.REQUEST, "The request", "caseworker");
        Document other = paper(nell, DocumentKind.OTHER, "A note of the family", "caseworker");
        Visitor charlie = signedIn("settingsouth");
        Task task = people.task(nell, "userTask_recordSettingReply");

        HttpResponse<String> page = charlie.get("/cases/by-task/" + task.getId());
        HttpResponse<String> json = charlie.getJson("/api/cases/" + nell);

        assertThat(text(page))
                .contains("Nell Ashby", "9 March 2018", "Open L-09", "Your consultation", "Draft EHC plan");
        Letter letter = letters.of(nell).stream()
                .filter(one -> one.kind() == LetterKind.L_09)
                .findFirst()
                .orElseThrow();
        assertThat(letters.enclosures(letter.id())).hasSize(1 + 4).allSatisfy(enclosed -> assertThat(
                        charlie.get("/documents/" + enclosed.documentId()).statusCode())
                .isEqualTo(200));
        for (HttpResponse<String> answer : List.of(page, json)) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .as("nothing but that: no contacts, numbers, needs for access, words or papers of others")
                    .contains("Nell", "Birchwood School")
                    .doesNotContain(
                            "Ruth Ashby",
                            files.whole(nell).person().nhsNumber(),
                            "Ashdown",
                            "English",
                            "hurt there",
                            FAMILY_WORDS,
                            "The request",
                            "A note of the family",
                            "Mill Lane",
                            "Contacts");
        }
        assertThat(charlie.get("/documents/" + request.id()).statusCode()).isEqualTo(404);
        assertThat(charlie.get("/documents/" + other.id()).statusCode()).isEqualTo(404);
        Letter asking = letters.of(nell).stream()
                .filter(one -> one.kind() == LetterKind.L_05)
                .findFirst()
                .orElseThrow();
        assertThat(charlie.get("/letters/" + asking.id() + "/recipients/"
                                + letters.recipients(asking.id()).get(0).id() + ".pdf")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anAdviserReadsNothingThatTheFamilySaidToTheDraft() {
        String nell = nellsAssessment();
        for (ViewTopic topic : List.of(ViewTopic.DRAFT_PLAN, ViewTopic.SETTING, ViewTopic.MEETING)) {
            files.keepView(nell, topic, "Ruth Ashby", MONDAY, ON_THE_DRAFT, "caseworker");
        }
        files.keepView(nell, ViewTopic.ASSESSMENT, "Ruth Ashby", MONDAY, "Please ask her aunt.", "caseworker");
        Task late = psychologistsTask(nell);

        HttpResponse<String> page = signedIn("adviser").get("/cases/by-task/" + late.getId());

        assertThat(text(page)).contains(FAMILY_WORDS, "Please ask her aunt.").doesNotContain("hurt there", "Birchwood");
    }

    @Test
    void aMemberOfThePanelIsConsultedForASettingAndGetsNoMoreThanTheSetting() {
        String nell = birchwoodIsConsulted();
        Document note = paper(nell, DocumentKind.OTHER, "A note of the family", "caseworker");
        PanelMember head = member("settingsouth", "Charlie Vale");
        identities.createMembership("settingsouth", Roles.PANEL_MEMBERS);
        try {
            Visitor charlie = signedIn("settingsouth");
            Task task = people.task(nell, "userTask_recordSettingReply");

            HttpResponse<String> page = charlie.get("/cases/by-task/" + task.getId());

            assertThat(text(page))
                    .contains("Nell Ashby", "Open L-09")
                    .doesNotContain("A note of the family", "Deadlines");
            assertThat(charlie.get("/documents/" + note.id()).statusCode()).isEqualTo(404);
            assertThat(connections.with(files.get(nell), List.of(head)))
                    .as("whose setting is consulted is connected with the case")
                    .extracting(PanelConnections.Connected::kind, PanelConnections.Connected::words)
                    .containsExactly(tuple(PanelConnection.Kind.HEAD_OF_SETTING, "Birchwood School"));
        } finally {
            identities.deleteMembership("settingsouth", Roles.PANEL_MEMBERS);
        }
    }

    @Test
    void aMemberConnectedWithTheChildSeesNothingThroughATaskEither() {
        String nell = nellsRequest();
        PanelMember head = member("panelhead", "Grace Holloway");
        assertThat(connections.with(files.get(nell), List.of(head))).hasSize(1);
        Task task = people.task(nell, "userTask_checkAndSign");
        tasks.setAssignee(task.getId(), "panelhead");
        Visitor grace = signedIn("panelhead");

        assertThat(grace.get("/cases/by-task/" + task.getId()).statusCode()).isEqualTo(404);
        assertThat(grace.get("/cases/" + nell).statusCode()).isEqualTo(404);

        tasks.setAssignee(task.getId(), "panelhealth");
        assertThat(text(signedIn("panelhealth").get("/cases/" + nell)))
                .as("a member without a connection")
                .contains("Nell Ashby", "Deadlines");
    }

    /** Nell's case with its draft served and Birchwood School consulted for it. */
    private String birchwoodIsConsulted() {
        if (settings.all().stream().noneMatch(known -> known.urn().equals("100002"))) {
            settings.add(
                    "100002",
                    "Birchwood School",
                    "Mr Daniel Reeve",
                    "office@birchwood.example.org",
                    new Address("Birch Road", null, "Exampleton", null, "ZX4 2BB"));
        }
        String nell = nellsAssessment();
        for (Task task : people.tasks(nell, "userTask_provideAdvice")) {
            give(task, nell);
        }
        on(LocalDate.of(2027, 1, 4));
        people.complete(
                "manager",
                nell,
                "userTask_decideWhetherToIssue",
                Map.of(
                        "planNecessary", "YES",
                        "reasons", "The assessment shows what Nell needs and who can give it to her.",
                        "evidence", "All advice of the assessment."));
        sign(nell);
        new SamplePlan(plans, writing, advice).write(nell, "caseworker");
        people.complete("caseworker", nell, "userTask_writeDraft", Map.of("complete", true));
        sign(nell);
        Map<String, Object> said = new HashMap<>();
        said.put("answer", "GIVEN");
        said.put("words", ON_THE_DRAFT);
        said.put("saidBy", "Ruth Ashby");
        said.put("saidOn", "2027-01-04");
        said.put("how", "TELEPHONE");
        said.put("requestedUrn", "100002");
        said.put("requestedKind", "MAINTAINED_SCHOOL");
        people.complete("caseworker", nell, "userTask_recordRepresentations", said);
        sign(nell);
        return nell;
    }

    private void on(LocalDate day) {
        people.moveTo(day.atTime(LocalTime.of(9, 0)));
    }

    private void sign(String reference) {
        people.complete("caseworker", reference, "userTask_checkAndSign", Map.of("verdict", "SIGN"));
    }

    private void give(Task task, String reference) {
        String group = (String) tasks.getVariable(task.getId(), Vars.ADVISER_GROUP);
        Map<String, Object> form = new HashMap<>();
        form.put("outcome", "RECEIVED");
        form.put("receivedOn", MONDAY.toString());
        if (group.startsWith("team-")) {
            form.put("words", "Please listen to her. She loves drawing and her dog.");
        } else {
            tasks.setVariableLocal(
                    task.getId(),
                    Vars.UPLOADED_DOCUMENT,
                    paper(reference, DocumentKind.ADVICE, "Report of " + group, "support")
                            .id());
        }
        people.complete("caseworker", task, form);
    }

    private Document paper(String reference, DocumentKind kind, String title, String by) {
        return documents.add(reference, kind, title, "paper.txt", A_TEXT.getBytes(StandardCharsets.UTF_8), by);
    }

    private PanelMember member(String userId, String name) {
        return members.all().stream()
                .filter(known -> known.userId().equals(userId))
                .findFirst()
                .orElseGet(() -> members.enrol(
                        userId, name, PanelRole.SCHOOL_HEAD, false, userId.equals("panelhead") ? "100001" : "100002"));
    }
}
