package org.ehcpathway.stories;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.casefile.EhcCase;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.statute.WorkingDays;

/** One walk of many lives side by side on one calendar, from one seed. */
final class Walk {

    private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 1, 5, 9, 0);
    /** Somebody who puts everything off for as long as the walk knows still comes to an end within this time. */
    private static final int LONGEST_DAYS = 900;
    /** What two tasks of one kind may be about. */
    private static final List<String> IDS =
            List.of(Vars.ADVICE, Vars.CONSULTATION, Vars.LETTER, Vars.ENDING, Vars.ENQUIRY_ID);
    /** Cases do not touch each other, so their people work at the same time, as in a council. */
    private static final int SIDE_BY_SIDE = 2;

    /**
     * A case, which has chances of its own so that lives side by side do not change each other.
     *
     * @param diligence how soon its people act: the chance that they do something at a moment of work, in percent
     */
    private record Life(String reference, int diligence, Random random, WalkersAnswers answers, WalkersLaw law) {}

    private final WalkerTest.Walked story;
    private final int cases;
    private final Random random;
    private final WalkersAnswers answers;
    private final WalkersLaw law;
    private final List<Life> open = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private final WorkingDays workingDays = new WorkingDays();
    private final Deque<String> last = new ArrayDeque<>();
    private final AtomicInteger steps = new AtomicInteger();
    private int begun;

    Walk(WalkerTest.Walked story, int cases, long seed) {
        this.story = story;
        this.cases = cases;
        this.random = new Random(seed);
        this.answers = new WalkersAnswers(story, story.consultations, random);
        this.law = new WalkersLaw(story, story.database);
    }

    void toTheEnd() {
        ExecutorService people = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try {
            toTheEnd(people);
        } finally {
            people.shutdownNow();
        }
    }

    private void toTheEnd(ExecutorService people) {
        LocalDateTime now = BEGIN;
        story.people.moveTo(now);
        while (begun < cases || !open.isEmpty()) {
            workAt(now, people);
            now = next(now);
            if (now.isAfter(BEGIN.plusDays(LONGEST_DAYS))) {
                throw new AssertionError("These cases came to no end: "
                        + open.stream().map(Life::reference).toList());
            }
            story.people.moveTo(now);
            story.birthdays.follow();
            law.holdsForTheEngine();
        }
        closed.forEach(law::holdsAtTheEnd);
        law.holdsForEverybody();
    }

    int steps() {
        return steps.get();
    }

    /** How the lives ended, by stage. */
    Map<String, Integer> ends() {
        Map<String, Integer> ends = new TreeMap<>();
        closed.forEach(
                reference -> ends.merge(story.files.get(reference).stage().title(), 1, Integer::sum));
        return ends;
    }

    synchronized String lastSteps() {
        return String.join("\n", last);
    }

    private LocalDateTime next(LocalDateTime now) {
        int days = random.nextInt(10) == 0 ? 5 + random.nextInt(10) : 1 + random.nextInt(3);
        return now.plusDays(days).withHour(8 + random.nextInt(10)).withMinute(random.nextInt(60));
    }

    private void workAt(LocalDateTime now, ExecutorService people) {
        if (random.nextInt(4) == 0
                && workingDays.isWorkingDay(now.toLocalDate())
                && !story.panelFiles.waiting().isEmpty()) {
            note("The panel sits");
            answers.holdThePanel();
            steps.incrementAndGet();
        }
        int arrive = Math.min(cases - begun, random.nextInt(Math.max(2, cases / 30)));
        for (int i = 0; i < arrive; i++) {
            begin(now.toLocalDate());
        }
        List<Callable<Void>> lives = new ArrayList<>();
        for (Life life : open) {
            lives.add(() -> {
                live(life);
                return null;
            });
        }
        allOf(lives, people);
        for (Life life : List.copyOf(open)) {
            if (!story.isRunning(life.reference())) {
                open.remove(life);
                closed.add(life.reference());
                life.law().holdsFor(life.reference());
            }
        }
    }

    /** What the people around one case do at one moment of work. */
    private void live(Life life) {
        int goes = 0;
        while (goes++ < 6 && life.random().nextInt(100) < life.diligence()) {
            if (!act(life)) {
                return;
            }
        }
    }

    private static void allOf(List<Callable<Void>> work, ExecutorService people) {
        try {
            for (Future<Void> done : people.invokeAll(work)) {
                done.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException broken) {
            if (broken.getCause() instanceof AssertionError wrong) {
                throw wrong;
            }
            throw new IllegalStateException(broken.getCause());
        }
    }

    private void begin(LocalDate today) {
        Map<String, Object> request = answers.request(today);
        note("A request: " + request.get("source") + ", born " + request.get("birthDate"));
        String reference = story.people.request("support", request);
        story.people.runJobs();
        begun++;
        steps.incrementAndGet();
        Random own = new Random(random.nextLong());
        Life life = new Life(
                reference,
                15 + random.nextInt(80),
                own,
                new WalkersAnswers(story, story.consultations, own),
                new WalkersLaw(story, story.database));
        open.add(life);
        life.law().holdsFor(reference);
    }

    /** Now and then somebody asks something, or a request is to end before it was decided. */
    private void somethingHappens(Life life) {
        EhcCase c = story.files.get(life.reference());
        String caseworker = c.team().equals("team-south") ? "caseworkersouth" : "caseworker";
        if (life.random().nextInt(80) == 0) {
            story.people.start(caseworker, "enquiry", life.answers().enquiry(c));
            note(life.reference() + " somebody asks something");
            steps.incrementAndGet();
        }
        if (life.random().nextInt(80) == 0 && life.answers().mayEnd(c)) {
            Map<String, Object> form = life.answers().askToEnd(c);
            note(life.reference() + " is to end: " + form);
            story.people.start(caseworker, "end-of-request", form);
            steps.incrementAndGet();
        }
    }

    /** Completes one of the open tasks of a case; says whether there was one. */
    private boolean act(Life life) {
        somethingHappens(life);
        List<Task> waiting = story
                .tasks
                .createTaskQuery()
                .processInstanceBusinessKey(life.reference())
                .initializeFormKeys()
                .list()
                .stream()
                .sorted(Comparator.comparing(Task::getTaskDefinitionKey)
                        .thenComparing(Task::getCreateTime)
                        .thenComparing(this::rule)
                        .thenComparingLong(this::isAbout))
                .toList();
        if (waiting.isEmpty()) {
            life.law().isNotStuck(life.reference());
            return false;
        }
        Task task = waiting.get(life.random().nextInt(waiting.size()));
        EhcCase c = story.files.get(life.reference());
        WalkersAnswers.Answer answer = life.answers().to(task, c);
        if (answer == null) {
            return false;
        }
        note(life.reference() + " " + task.getTaskDefinitionKey() + " by " + answer.person() + ": " + answer.form());
        story.people.submit(answer.person(), task, answer.form());
        story.people.runJobsOf(life.reference());
        steps.incrementAndGet();
        life.law().holdsFor(life.reference());
        return true;
    }

    /** Two tasks of one kind differ by what they are about; their ids are random and would change the walk. */
    private String rule(Task task) {
        return String.valueOf(story.tasks.getVariable(task.getId(), Vars.RULE));
    }

    /** Ids of one case follow each other in the order in which its people act, whatever other cases do at the same time. */
    private long isAbout(Task task) {
        return IDS.stream()
                .map(id -> (Long) story.tasks.getVariable(task.getId(), id))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(0L);
    }

    private synchronized void note(String step) {
        last.addLast(LocalDateTime.now(story.clock) + " " + step);
        if (last.size() > 40) {
            last.removeFirst();
        }
    }
}
