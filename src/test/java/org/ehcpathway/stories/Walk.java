package org.ehcpathway.stories;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.casefile.EhcCase;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.statute.WorkingDays;

/** One walk of many lives side by side on one calendar, from one seed. */
final class Walk {

    private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 1, 5, 9, 0);
    /** Somebody who puts everything off for as long as the walk knows still comes to an end within this time. */
    private static final int LONGEST_DAYS = 900;

    /** A case and how soon its people act: the chance that they do something at a moment of work, in percent. */
    private record Life(String reference, int diligence) {}

    private final Story story;
    private final int cases;
    private final Random random;
    private final WalkersAnswers answers;
    private final WalkersLaw law;
    private final List<Life> open = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private final WorkingDays workingDays = new WorkingDays();
    private final Deque<String> last = new ArrayDeque<>();
    private int begun;
    private int steps;

    Walk(WalkerTest.Walked story, int cases, long seed) {
        this.story = story;
        this.cases = cases;
        this.random = new Random(seed);
        this.answers = new WalkersAnswers(story, random);
        this.law = new WalkersLaw(story, story.database);
    }

    void toTheEnd() {
        LocalDateTime now = BEGIN;
        story.people.moveTo(now);
        while (begun < cases || !open.isEmpty()) {
            workAt(now);
            now = next(now);
            if (now.isAfter(BEGIN.plusDays(LONGEST_DAYS))) {
                throw new AssertionError("These cases came to no end: "
                        + open.stream().map(Life::reference).toList());
            }
            story.people.moveTo(now);
            law.holdsForTheEngine();
        }
        closed.forEach(law::holdsAtTheEnd);
        law.holdsForEverybody();
    }

    int steps() {
        return steps;
    }

    /** How the lives ended, by stage. */
    Map<String, Integer> ends() {
        Map<String, Integer> ends = new TreeMap<>();
        closed.forEach(
                reference -> ends.merge(story.files.get(reference).stage().title(), 1, Integer::sum));
        return ends;
    }

    String lastSteps() {
        return String.join("\n", last);
    }

    private LocalDateTime next(LocalDateTime now) {
        int days = random.nextInt(10) == 0 ? 5 + random.nextInt(10) : 1 + random.nextInt(3);
        return now.plusDays(days).withHour(8 + random.nextInt(10)).withMinute(random.nextInt(60));
    }

    private void workAt(LocalDateTime now) {
        if (random.nextInt(4) == 0
                && workingDays.isWorkingDay(now.toLocalDate())
                && !story.panelFiles.waiting().isEmpty()) {
            note("The panel sits");
            answers.holdThePanel();
            steps++;
        }
        int arrive = Math.min(cases - begun, random.nextInt(Math.max(2, cases / 30)));
        for (int i = 0; i < arrive; i++) {
            begin(now.toLocalDate());
        }
        for (Life life : List.copyOf(open)) {
            int goes = 0;
            while (goes++ < 6 && random.nextInt(100) < life.diligence()) {
                if (!act(life)) {
                    break;
                }
            }
            if (!story.isRunning(life.reference())) {
                open.remove(life);
                closed.add(life.reference());
                law.holdsFor(life.reference());
            }
        }
    }

    private void begin(LocalDate today) {
        Map<String, Object> request = answers.request(today);
        note("A request: " + request.get("source") + ", born " + request.get("birthDate"));
        String reference = story.people.request("support", request);
        story.people.runJobs();
        begun++;
        steps++;
        open.add(new Life(reference, 15 + random.nextInt(80)));
        law.holdsFor(reference);
    }

    /** Completes one of the open tasks of a case; says whether there was one. */
    private boolean act(Life life) {
        List<Task> waiting = story
                .tasks
                .createTaskQuery()
                .processInstanceBusinessKey(life.reference())
                .initializeFormKeys()
                .list()
                .stream()
                .sorted(Comparator.comparing(Task::getTaskDefinitionKey).thenComparing(this::about))
                .toList();
        if (waiting.isEmpty()) {
            law.isNotStuck(life.reference());
            return false;
        }
        Task task = waiting.get(random.nextInt(waiting.size()));
        EhcCase c = story.files.get(life.reference());
        WalkersAnswers.Answer answer = answers.to(task, c);
        if (answer == null) {
            return false;
        }
        note(life.reference() + " " + task.getTaskDefinitionKey() + " by " + answer.person() + ": " + answer.form());
        story.people.complete(answer.person(), task, answer.form());
        steps++;
        law.holdsFor(life.reference());
        return true;
    }

    /** Two tasks of one kind differ by what they are about; their ids are random and would change the walk. */
    private String about(Task task) {
        Object advice = story.tasks.getVariable(task.getId(), Vars.ADVICE);
        Object rule = story.tasks.getVariable(task.getId(), Vars.RULE);
        Object consultation = story.tasks.getVariable(task.getId(), Vars.CONSULTATION);
        return advice + " " + rule + " " + consultation + " "
                + task.getCreateTime().getTime();
    }

    private void note(String step) {
        last.addLast(java.time.LocalDateTime.now(story.clock) + " " + step);
        if (last.size() > 40) {
            last.removeFirst();
        }
    }
}
