package org.ehcpathway.stories;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.casefile.EhcCase;
import org.ehcpathway.casefile.NewRecommendation;
import org.ehcpathway.casefile.PanelFile;
import org.ehcpathway.casefile.Stage;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterRecipient;
import org.ehcpathway.letter.TroubledMailServer.Trouble;
import org.ehcpathway.statute.WorkingDays;

/**
 * Lives as the walker's, one step after the other, and each form that is filled in on the way is put under fire first. It ends
 * when every task has been reached, or when the last life is over.
 */
final class FuzzedWalk {

    private static final LocalDateTime BEGIN = LocalDateTime.of(2028, 3, 6, 9, 0);

    /** To answer these changes the file already; they are asked once. */
    private static final Set<String> ANSWERED_ONCE =
            Set.of("userTask_provideAdvice", "userTask_settleExistingAdvice", "userTask_writeDraft");

    private static final List<String> GROUNDS = List.of("DIED", "MOVED_AWAY", "WITHDRAWN");

    private record Life(String reference, int number, WalkersAnswers answers) {

        /** Nobody hurries here: advice is late, and limits pass. */
        boolean isSlow() {
            return number % 3 == 1;
        }
    }

    private final EveryFieldFuzzedTest.Fuzzed story;
    private final FormsAndTasks all;
    private final FormsUnderFire fire;
    private final Random random;
    private final int most;
    private final WorkingDays workingDays = new WorkingDays();
    private final List<Life> open = new ArrayList<>();
    private final Map<String, String> wrote = new HashMap<>();
    private LocalDateTime now = BEGIN;
    private Map<String, Object> lastRequest;
    private int begun;
    private int ended;

    FuzzedWalk(EveryFieldFuzzedTest.Fuzzed story, FormsAndTasks all, FormsUnderFire fire, Random random, int most) {
        this.story = story;
        this.all = all;
        this.fire = fire;
        this.random = random;
        this.most = most;
    }

    void go() throws IOException {
        story.people.moveTo(now);
        lettersInTrouble();
        while (!notReached().isEmpty() && (begun < most || !open.isEmpty())) {
            if (begun < most) {
                begin();
            }
            for (Life life : List.copyOf(open)) {
                live(life);
                if (!story.isRunning(life.reference())) {
                    open.remove(life);
                }
            }
            if (!story.panelFiles.waiting().isEmpty() && workingDays.isWorkingDay(today())) {
                panelSits();
            }
            // At first every day brings something new; later it is limits that are waited for.
            now = now.plusDays(1 + random.nextInt(begun < most ? 4 : 14));
            story.people.moveTo(now);
        }
    }

    Set<String> notReached() {
        Set<String> left = new TreeSet<>(all.tasks().keySet());
        left.removeAll(fire.tasksReached());
        return left;
    }

    private LocalDate today() {
        return now.toLocalDate();
    }

    private void begin() {
        WalkersAnswers answers = new WalkersAnswers(story, story.consultations, random);
        // Now and then a second request comes for the child of the last.
        Map<String, Object> request =
                begun % 4 == 3 && lastRequest != null ? new HashMap<>(lastRequest) : answers.request(today());
        request.put("receivedOn", today().toString());
        lastRequest = request;
        String reference = fire.start("support", "needs-assessment", request);
        story.people.runJobs();
        open.add(new Life(reference, begun++, answers));
    }

    private void live(Life life) {
        EhcCase c = story.files.get(life.reference());
        String caseworker = c.team().equals("team-south") ? "caseworkersouth" : "caseworker";
        if (life.number() < 3 && fire.isNew("enquiry", Map.of()) || random.nextInt(40) == 0) {
            fire.start(caseworker, "enquiry", life.answers().enquiry(c));
        }
        if (life.number() % 5 == 2 && random.nextInt(6) == 0 && life.answers().mayEnd(c)) {
            Map<String, Object> form = life.answers().askToEnd(c);
            form.put("ground", GROUNDS.get(ended++ % GROUNDS.size()));
            form.remove("otherCouncil");
            if (form.get("ground").equals("MOVED_AWAY")) {
                form.put("otherCouncil", "Otherham Council");
            }
            fire.start(caseworker, "end-of-request", form);
        }
        int goes = life.isSlow() ? random.nextInt(2) : 6;
        while (goes-- > 0 && act(life)) {
            story.people.runJobsOf(life.reference());
        }
    }

    private boolean act(Life life) {
        List<Task> waiting = story
                .tasks
                .createTaskQuery()
                .processInstanceBusinessKey(life.reference())
                .initializeFormKeys()
                .list()
                .stream()
                .filter(task -> !life.isSlow() || !waitsForLateAdvice(life, task))
                .sorted(Comparator.comparing((Task task) -> fire.tasksReached().contains(task.getTaskDefinitionKey()))
                        .thenComparing(Task::getTaskDefinitionKey)
                        .thenComparing(Task::getCreateTime))
                .toList();
        if (waiting.isEmpty()) {
            return false;
        }
        Task first = waiting.get(0);
        Task task = fire.tasksReached().contains(first.getTaskDefinitionKey())
                ? waiting.get(random.nextInt(waiting.size()))
                : first;
        WalkersAnswers.Answer answer = answer(life, task);
        if (answer == null) {
            return false;
        }
        fire.complete(answer.person(), task, answer.form());
        if (task.getTaskDefinitionKey().equals("userTask_writeDraft")) {
            wrote.put(life.reference(), answer.person());
        }
        return true;
    }

    /** Where nobody hurries, the case goes on before the advice has come. */
    private boolean waitsForLateAdvice(Life life, Task task) {
        return task.getTaskDefinitionKey().equals("userTask_provideAdvice")
                && story.files.get(life.reference()).stage() == Stage.ADVICE;
    }

    /** An answer with choices that nobody has made yet, if one comes up soon. */
    private WalkersAnswers.Answer answer(Life life, Task task) {
        String key = task.getTaskDefinitionKey();
        if (key.equals("userTask_checkDraft")) {
            boolean first = fire.isNew(key, Map.of("verdict", "SEND_BACK"));
            return new WalkersAnswers.Answer(
                    life.answers().anybodyFor(task, wrote.get(life.reference())),
                    Map.of(
                            "verdict",
                            first ? "SEND_BACK" : "AGREE",
                            "reasons",
                            "Say which diploma the teacher needs."));
        }
        if (key.equals("userTask_writeDraft") && fire.isNew("userTask_checkDraft", Map.of("verdict", "AGREE"))) {
            story.runtime.setVariable(task.getProcessInstanceId(), "draftSecondCheck", true);
        }
        EhcCase c = story.files.get(life.reference());
        WalkersAnswers.Answer answer = life.answers().to(task, c);
        for (int i = 0; i < 6 && !ANSWERED_ONCE.contains(key); i++) {
            if (answer != null && fire.isNew(key, answer.form())) {
                return answer;
            }
            WalkersAnswers.Answer another = life.answers().to(task, c);
            answer = another == null ? answer : another;
        }
        return answer;
    }

    /** The panel sits today: agenda, sitting, minutes corrected once and approved. */
    private void panelSits() {
        story.panel.membersAreKnown();
        String sitting = story.panel.convenedToday(today(), now.toLocalTime());
        story.people.runJobs();
        sits("support", sitting, "userTask_checkAgenda", Map.of("checked", true));
        story.panel.attend(sitting);
        for (PanelFile.Entry entry : story.panelFiles.read(sitting).entries()) {
            if (entry.isOpen()) {
                story.meetings.recommend(
                        sitting,
                        entry.item().id(),
                        new NewRecommendation(
                                random.nextInt(4) > 0,
                                "The advice agrees on what is needed and how much of it.",
                                null,
                                null,
                                null),
                        "support");
            }
        }
        sits("support", sitting, "userTask_holdSitting", Map.of("over", true, "notes", "Nothing to add."));
        sits("panel", sitting, "userTask_approveMinutes", Map.of("verdict", "CORRECT", "words", "Say who came late."));
        sits("support", sitting, "userTask_correctMinutes", Map.of("notes", "Bola Adeyemi came at ten."));
        sits("panel", sitting, "userTask_approveMinutes", Map.of("verdict", "APPROVE"));
    }

    private void sits(String person, String sitting, String task, Map<String, Object> form) {
        if (!story.people.tasks(sitting, task).isEmpty()) {
            fire.complete(person, story.people.task(sitting, task), form);
            story.people.runJobs();
        }
    }

    /** A letter that nobody knows of whether it left, and an email that came back. */
    private void lettersInTrouble() {
        Map<String, Object> request = Story.nellsRequest(today());
        request.put("contact1Channel", "EMAIL");
        request.put("contact1EmailConsent", true);
        request.put("contact1Email", "ruth@example.org");
        String nell = story.people.request("caseworker", request);
        story.people.runJobs();
        fire.bodiesThatAreNoForm(
                "caseworker",
                "/engine-rest/task/"
                        + story.people.task(nell, "userTask_checkAndSign").getId() + "/complete",
                Map.of("verdict", "SIGN"));
        EveryFieldFuzzedTest.Fuzzed.mail().trouble = Trouble.TAKES_THE_LETTER_AND_DIES;
        story.sign("caseworker", nell);
        EveryFieldFuzzedTest.Fuzzed.mail().trouble = Trouble.NONE;
        fire.complete(
                "caseworker",
                story.people.task(nell, "userTask_settleSending"),
                Map.of("outcome", "HAS_LEFT", "how", "Mrs Ashby has it."));
        story.people.runJobs();
        LetterRecipient sent = story.recipients(nell, LetterKind.L_01).get(0);
        story.database.update(
                "insert into letter_sending (letter_id, recipient_id, idempotency_key, way, what, sentence, by, at)"
                        + " values (?, ?, ?, 'smtp', 'CAME_BACK', 'The email came back.', 'process', ?)",
                sent.letterId(),
                sent.id(),
                sent.idempotencyKey(),
                sent.sentAt().atOffset(ZoneOffset.UTC));
        story.cameBack.follow();
        fire.complete(
                "caseworker",
                story.people.task(nell, "userTask_checkContact"),
                Map.of("outcome", "ADDRESS_WRONG", "found", "She has a new address and will send it."));
        story.people.runJobs();
    }
}
