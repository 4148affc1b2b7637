package org.ehcpathway.pathway.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.letter.PdfRenderer;
import org.ehcpathway.pathway.Vars;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the people of the demo council do at each step of a child's case, with the same forms that Tasklist shows. */
@Component
@Profile("demo")
class DemoDeeds {

    private static final String ANOTHER_SETTING = "100002";

    private final PathwayDriver people;
    private final TaskService tasks;
    private final AdviceRegister advice;
    private final Documents documents;
    private final DemoPlan plan;
    private final DemoPanel panel;
    private final PdfRenderer pdf;
    private final Clock clock;

    DemoDeeds(
            PathwayDriver people,
            TaskService tasks,
            AdviceRegister advice,
            Documents documents,
            DemoPlan plan,
            DemoPanel panel,
            PdfRenderer pdf,
            Clock clock) {
        this.people = people;
        this.tasks = tasks;
        this.advice = advice;
        this.documents = documents;
        this.plan = plan;
        this.panel = panel;
        this.pdf = pdf;
        this.clock = clock;
    }

    void doStep(DemoLife life, DemoStep step) {
        panel.closeWhatIsOver();
        switch (step) {
            case REQUEST -> {
                life.opened(people.request("support", life.request()));
                panel.knows(life);
                people.runJobs();
            }
            case SIGN_CONSULTATION -> sign(life.caseworker(), life);
            case CONSIDER -> consider(life);
            case INVITE_VIEWS -> sign(life.caseworker(), life);
            case DECIDE_TO_ASSESS -> decideToAssess(life);
            case SIGN_ASSESSMENT_DECISION ->
                sign(life.road() == DemoLife.Road.NOT_ASSESSED ? life.manager() : life.caseworker(), life);
            case TALK_AFTER_NOT_ASSESSING, TALK_AFTER_NO_PLAN -> talk(life);
            case NAME_CASE_MANAGER -> complete(life.manager(), life, "userTask_nameCaseManager", Map.of());
            case INTRODUCE_CASE_MANAGER -> sign(life.caseworker(), life);
            case CHOOSE_ADVISERS -> complete(life.caseworker(), life, "userTask_chooseAdvisers", Map.of());
            case SIGN_ADVICE_REQUESTS ->
                complete(life.caseworker(), life, "userTask_signAdviceRequests", Map.of("sign", true));
            case FIRST_ADVICE, SECOND_ADVICE, THIRD_ADVICE -> giveOne(life);
            case LAST_ADVICE -> giveAll(life);
            case RECOMMEND -> panel.recommend(life);
            case DECIDE_ON_PLAN -> decideOnPlan(life);
            case SIGN_PLAN_DECISION ->
                sign(life.road() == DemoLife.Road.NO_PLAN ? life.manager() : life.caseworker(), life);
            case WRITE_DRAFT -> writeDraft(life);
            case SIGN_DRAFT -> sign(life.caseworker(), life);
            case RECORD_REPRESENTATIONS -> recordRepresentations(life);
            case PREPARE_FINAL -> prepareFinal(life);
            case NAME_SETTING -> nameSetting(life);
            case SIGN_FINAL -> sign(life.manager(), life);
        }
    }

    /** What comes beside the pathway: a request that was withdrawn, an enquiry that was answered, and one that waits. */
    void otherBusiness(List<DemoLife> lives) {
        List<DemoLife> waiting = lives.stream()
                .filter(life -> !people.tasks(life.reference(), "userTask_provideAdvice")
                        .isEmpty())
                .toList();
        // A small council keeps the only case that shows advisers at work.
        if (waiting.size() > 1) {
            withdraw(waiting.get(waiting.size() - 1));
        }
        enquire("Where can we read what an EHC plan is?", Optional.empty())
                .forEach(task -> people.complete(
                        "caseworker",
                        task,
                        Map.of(
                                "outcome", "ANSWERED",
                                "words",
                                        "On the pages of the Local Offer, under special educational needs. We have sent the link.",
                                "toldHow", "by email",
                                "toldOn", today().toString())));
        enquire(
                "When will somebody ring us about the next steps?",
                lives.stream().filter(DemoLife::inTheNorth).findFirst());
    }

    private void withdraw(DemoLife life) {
        people.start(
                life.caseworker(),
                "end-of-request",
                Map.of(
                        "reference", life.reference(),
                        "ground", "WITHDRAWN",
                        "happenedOn", today().toString(),
                        "toldBy", life.familyName(),
                        "toldHow", "by telephone"));
        complete(
                life.manager(),
                life,
                "userTask_confirmEnd",
                Map.of("verdict", "END", "reasons", "The family is sure, and the school gives what is needed."));
        sign(life.caseworker(), life);
    }

    private List<Task> enquire(String words, Optional<DemoLife> about) {
        Map<String, Object> form = new HashMap<>();
        form.put("receivedOn", today().toString());
        form.put("cameBy", "EMAIL");
        form.put("askedBy", about.map(DemoLife::familyName).orElse("Robin Calloway"));
        form.put("reach", "family@example.org");
        form.put("words", words);
        about.ifPresent(life -> form.put("reference", life.reference()));
        String key = people.start("caseworker", "enquiry", form);
        return people.tasks(key, "userTask_answerEnquiry");
    }

    private void sign(String user, DemoLife life) {
        complete(user, life, "userTask_checkAndSign", Map.of("verdict", "SIGN"));
    }

    private void complete(String user, DemoLife life, String task, Map<String, Object> form) {
        people.complete(user, life.reference(), task, form);
    }

    private void consider(DemoLife life) {
        complete(
                life.caseworker(),
                life,
                "userTask_considerRequest",
                Map.of(
                        "familyWords",
                        "We are worried about how unhappy " + life.childsName() + " is at school.",
                        "familyWordsBy",
                        life.familyName(),
                        "familyWordsOn",
                        today().toString(),
                        "evidence",
                        "The school's records show three cycles of support with little progress.",
                        "planMayBeNecessary",
                        "YES",
                        "advice",
                        viewOn(life)));
    }

    /** A refusal without a setting would go to the panel; these lives go the short way. */
    private static String viewOn(DemoLife life) {
        return switch (life.road()) {
            case REFERRED -> "UNSURE";
            case NOT_ASSESSED -> life.settingUrn() == null ? "ASSESS" : "NOT_ASSESS";
            default -> "ASSESS";
        };
    }

    private void decideToAssess(DemoLife life) {
        boolean assess = life.road() != DemoLife.Road.NOT_ASSESSED;
        complete(
                life.manager(),
                life,
                "userTask_decideWhetherToAssess",
                Map.of(
                        "hasSen",
                        "YES",
                        "planMayBeNecessary",
                        assess ? "YES" : "NO",
                        "reasons",
                        assess
                                ? life.childsName()
                                        + " has made little progress although the school has helped in many ways."
                                : life.childsName()
                                        + " makes good progress with the help that the school gives from what it has.",
                        "evidence",
                        "The request, the school's records and what the family told us.",
                        "beforeAnswer",
                        "The family has answered and asks for a decision soon."));
    }

    private void talk(DemoLife life) {
        complete(
                life.caseworker(),
                life,
                "userTask_offerConversation",
                Map.of(
                        "answer", "HELD",
                        "way", "CALL",
                        "onDay", today().toString(),
                        "tookPart", life.familyName(),
                        "missed", "The family is disappointed and thinks about mediation.",
                        "outcome", "NOTHING_NEW"));
    }

    private void giveOne(DemoLife life) {
        open(life).stream().findFirst().ifPresent(task -> give(life, task));
    }

    private void giveAll(DemoLife life) {
        open(life).forEach(task -> give(life, task));
    }

    private List<Task> open(DemoLife life) {
        return people.tasks(life.reference(), "userTask_provideAdvice").stream()
                .sorted(Comparator.comparing(this::adviceOf))
                .toList();
    }

    private Long adviceOf(Task task) {
        return (Long) tasks.getVariable(task.getId(), Vars.ADVICE);
    }

    private void give(DemoLife life, Task task) {
        Advice asked = advice.get(adviceOf(task));
        String user = adviser(life, asked.adviserGroup());
        Map<String, Object> form = new HashMap<>();
        form.put("outcome", "RECEIVED");
        form.put("receivedOn", today().toString());
        if (asked.adviserGroup().startsWith("team-")) {
            form.put("words", life.childsName() + " loves drawing and being outside. Noise and crowds are too much.");
        } else {
            Long document = documents
                    .add(
                            life.reference(),
                            DocumentKind.ADVICE,
                            asked.kind().title(),
                            "advice-" + asked.id() + ".pdf",
                            report(life, asked),
                            user)
                    .id();
            tasks.setVariableLocal(task.getId(), Vars.UPLOADED_DOCUMENT, document);
        }
        people.complete(user, task, form);
    }

    /** The person who sits in the group; where the demo council has none, the caseworker takes the advice in by post. */
    private static String adviser(DemoLife life, String group) {
        return switch (group) {
            case "advisers-psychology" -> "adviser";
            case "advisers-health" -> "adviserhealth";
            case "advisers-social-care" -> "advisersocial";
            case "setting-100001" -> "setting";
            case "setting-100002" -> "settingsouth";
            default -> life.caseworker();
        };
    }

    private byte[] report(DemoLife life, Advice asked) {
        String title = asked.kind().title() + ": " + life.childsName();
        return pdf.render(
                "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en-GB\"><head><title>" + title
                        + "</title><style>body{font-family:Doc}</style></head><body><h1>" + title + "</h1>"
                        + "<h2>Needs</h2><p>" + life.childsName() + " needs help to follow what is said in class.</p>"
                        + "<h2>Provision</h2><p>Small-group teaching for 30 minutes a day by a trained assistant.</p>"
                        + "<h2>Outcomes</h2><p>By the end of the year " + life.childsName()
                        + " tells an adult when help is needed.</p></body></html>",
                today(),
                List.of());
    }

    private void decideOnPlan(DemoLife life) {
        boolean plan = life.road() != DemoLife.Road.NO_PLAN;
        complete(
                life.manager(),
                life,
                "userTask_decideWhetherToIssue",
                Map.of(
                        "planNecessary", plan ? "YES" : "NO",
                        "reasons",
                                plan
                                        ? life.childsName()
                                                + " needs more help than a school can give from what it has."
                                        : "The assessment shows that the school can give " + life.childsName()
                                                + " what is needed from what it has.",
                        "evidence", "All the advice of the assessment, and the panel's recommendation."));
    }

    private void writeDraft(DemoLife life) {
        plan.write(life.reference(), life.childsName(), life.caseworker());
        complete(life.caseworker(), life, "userTask_writeDraft", Map.of("complete", true));
    }

    private void recordRepresentations(DemoLife life) {
        complete(
                life.caseworker(),
                life,
                "userTask_recordRepresentations",
                Map.of(
                        "answer",
                        "GIVEN",
                        "words",
                        "We agree with the draft. Please name Birchwood School.",
                        "saidBy",
                        life.familyName(),
                        "saidOn",
                        today().toString(),
                        "how",
                        "EMAIL",
                        "requestedUrn",
                        ANOTHER_SETTING,
                        "requestedKind",
                        "MAINTAINED_SCHOOL"));
        // The setting asked for is consulted on the same day.
        sign(life.caseworker(), life);
    }

    private void prepareFinal(DemoLife life) {
        complete(
                adviser(life, "setting-" + ANOTHER_SETTING),
                life,
                "userTask_recordSettingReply",
                Map.of(
                        "reply", "ACCEPTS",
                        "facts", "We have a place from the start of the next term.",
                        "repliedBy", "Mr Daniel Reeve, head teacher",
                        "repliedOn", today().toString()));
        complete(
                life.caseworker(),
                life,
                "userTask_prepareFinalPlan",
                Map.of(
                        "naming", "SETTING",
                        "settingUrn", ANOTHER_SETTING,
                        "settingType", "maintained special school",
                        "healthAgreedOn", today().minusDays(3).toString(),
                        "healthAgreedBy", "Dr Samir Anand",
                        "changes", "Nothing but section I: the family agreed with the draft."));
    }

    private void nameSetting(DemoLife life) {
        complete(
                life.manager(),
                life,
                "userTask_nameSettingAndSign",
                Map.of(
                        "verdict", "SIGN",
                        "ground", "REQUESTED",
                        "reasons", "The family asked for Birchwood School and no exception of the law applies."));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
