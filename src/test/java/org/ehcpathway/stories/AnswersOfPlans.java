package org.ehcpathway.stories;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.casefile.DocumentKind;
import org.ehcpathway.casefile.EhcCase;
import org.ehcpathway.casefile.EpisodeKind;
import org.ehcpathway.casefile.Episodes;
import org.ehcpathway.casefile.ReviewStep;
import org.ehcpathway.casefile.Reviews;
import org.ehcpathway.casefile.Stage;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.plan.PlanPart;
import org.ehcpathway.plan.PlanSection;

/** Random answers to the tasks in the life of a plan in force, as {@link WalkersAnswers} gives them on the way there. */
final class AnswersOfPlans {

    private static final String REASONS = "The report shows what has been reached and what is needed next year.";

    private final Story story;
    private final Reviews reviews;
    private final Episodes episodes;
    private final Random random;

    AnswersOfPlans(Story story, Reviews reviews, Episodes episodes, Random random) {
        this.story = story;
        this.reviews = reviews;
        this.episodes = episodes;
        this.random = random;
    }

    /** Whether this is a task in the life of a plan. */
    static boolean knows(Task task) {
        return switch (task.getTaskDefinitionKey()) {
            case "userTask_askWhichSetting",
                    "userTask_arrangeReview",
                    "userTask_sendPapers",
                    "userTask_recordMeeting",
                    "userTask_provideReport",
                    "userTask_decideReview",
                    "userTask_writeAmendments",
                    "userTask_prepareAmendedPlan",
                    "userTask_signAmendedPlan",
                    "userTask_decideCeasing",
                    "userTask_confirmPlanEnd" -> true;
            default -> false;
        };
    }

    /** Whether warnings about the words of the plan hold this task back. */
    static boolean isAboutItsWords(Task task) {
        return Set.of("userTask_prepareAmendedPlan", "userTask_signAmendedPlan").contains(task.getTaskDefinitionKey());
    }

    /** The answer to a task; null when whoever has it would wait at this moment. */
    Map<String, Object> to(Task task, EhcCase c) {
        return switch (task.getTaskDefinitionKey()) {
            case "userTask_askWhichSetting" ->
                Map.of(
                        "answer", "NO_TRANSFER",
                        "words", "She stays where she is for another year.",
                        "saidBy", "The parent",
                        "saidOn", today().toString());
            case "userTask_arrangeReview" -> arrange();
            case "userTask_sendPapers" -> papers(task);
            case "userTask_recordMeeting" -> meeting(task);
            case "userTask_provideReport" -> report(task, c);
            case "userTask_decideReview" ->
                Map.of("verdict", one("KEEP", "AMEND"), "reasons", REASONS, "withoutReport", true);
            case "userTask_writeAmendments" -> writeAmendments(c);
            case "userTask_prepareAmendedPlan" ->
                chance(80)
                        ? Map.of("step", "AMEND", "naming", "SAME", "changes", "Section A says what is wished for now.")
                        : Map.of("step", "NOT_AMEND", "reasons", "The family wants the plan to stay as it is.");
            case "userTask_signAmendedPlan" ->
                Map.of("verdict", chance(85) ? "AGREE" : "SEND_BACK", "reasons", REASONS);
            case "userTask_decideCeasing" ->
                Map.of(
                        "verdict",
                        chance(70) ? "CEASE" : "MAINTAIN",
                        "reasons",
                        "The school can meet the needs that are left with its own means.",
                        "views",
                        "The family agrees; the head agrees.",
                        "outcomesConsidered",
                        true);
            default -> confirmEnd();
        };
    }

    private Map<String, Object> arrange() {
        Map<String, Object> form = new HashMap<>();
        LocalDate meeting = today().plusDays(50 + random.nextInt(20));
        form.put("meetingOn", meeting.toString());
        form.put("meetingAt", "14:00");
        form.put("meetingPlace", "The library of the school");
        form.put("holder", one("SCHOOL_REQUIRED", "COUNCIL"));
        form.put("adviceBy", meeting.minusDays(14).toString());
        form.put("whyLate", "The head was ill for a month.");
        return form;
    }

    private Map<String, Object> papers(Task task) {
        LocalDate meeting = meetingOf(task);
        LocalDate sent = today().isAfter(meeting) ? meeting : today();
        return Map.of("sentOn", sent.toString(), "papers", "All advice, to all who are invited.");
    }

    private Map<String, Object> meeting(Task task) {
        LocalDate meeting = meetingOf(task);
        if (today().isBefore(meeting)) {
            return null;
        }
        Map<String, Object> form = new HashMap<>();
        form.put("words", "The family, the head and the therapist came.");
        if (chance(10)) {
            form.put("outcome", "NOT_HELD");
            return form;
        }
        form.put("outcome", "HELD");
        form.put("heldOn", meeting.toString());
        form.put("views", "I like reading now. I want to learn to swim.");
        form.put("saidBy", "The child");
        return form;
    }

    private Map<String, Object> report(Task task, EhcCase c) {
        Long paper = story.documents
                .add(c.reference(), DocumentKind.OTHER, "Report", "review.txt", "The report.".getBytes(), "caseworker")
                .id();
        story.tasks.setVariableLocal(task.getId(), Vars.UPLOADED_DOCUMENT, paper);
        String recommends = one("KEEP", "AMEND");
        return recommends.equals("KEEP")
                ? Map.of("recommends", recommends)
                : Map.of("recommends", recommends, "changes", "Section A: swimming.");
    }

    private Map<String, Object> writeAmendments(EhcCase c) {
        PlanSection wishes = story.plans.text(c.reference(), story.plans.working(c.reference())).sections().stream()
                .filter(section -> section.part() == PlanPart.A)
                .findFirst()
                .orElseThrow();
        story.writing.write(
                c.reference(),
                PlanPart.A,
                "She wants to learn to swim. Said on " + today() + ".",
                wishes.counter(),
                "caseworker");
        return Map.of("changes", "Section A says what is wished for now.");
    }

    private Map<String, Object> confirmEnd() {
        return chance(75)
                ? Map.of("verdict", "END", "checked", "No appeal was registered, and no certificate came.")
                : Map.of(
                        "verdict",
                        "GOES_ON",
                        "checked",
                        "An appeal was registered.",
                        "lookAgainOn",
                        today().plusDays(10 + random.nextInt(60)).toString());
    }

    private LocalDate meetingOf(Task task) {
        Long episode = (Long) story.tasks.getVariable(task.getId(), Vars.EPISODE);
        return reviews.arranged(episode).map(ReviewStep::onDay).orElseThrow();
    }

    boolean mayCease(EhcCase c) {
        return c.stage() == Stage.PLAN_FINALISED
                && episodes.open(c.reference(), EpisodeKind.CEASING).isEmpty();
    }

    Map<String, Object> considerCeasing(EhcCase c) {
        Map<String, Object> form = new HashMap<>();
        String ground = one("NOT_NECESSARY", "NOT_NECESSARY", "LEFT_ENGLAND", "DIED");
        form.put("reference", c.reference());
        form.put("ground", ground);
        form.put("reasons", "The outcomes of the plan have been reached, and the school can meet what is left.");
        if (!ground.equals("NOT_NECESSARY")) {
            form.put("happenedOn", today().toString());
        }
        if (!ground.equals("DIED")) {
            form.put("viewsBy", today().plusDays(40 + random.nextInt(10)).toString());
        }
        return form;
    }

    private LocalDate today() {
        return LocalDate.now(story.clock);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }
}
