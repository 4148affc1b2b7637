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
import org.ehcpathway.casefile.Stage;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.statute.WorkingDays;

/** One walk of many lives side by side on one calendar, from one seed. */
final class Walk {

    private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 1, 5, 9, 0);
    /** Somebody who puts everything off for as long as the walk knows still comes to an end within this time. */
    private static final int LONGEST_DAYS = 900;

    private static final int DAYS_OF_PLANS = 2 * 365;
    /** Nobody of these turns 25 meanwhile, which ends plans in another way. */
    private static final int OLDEST = 20;
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
    private record Life(
            String reference,
            int diligence,
            Random random,
            WalkersAnswers answers,
            AnswersOfPlans plan,
            WalkersLaw law) {

        /** Nobody waits for years until somebody who puts everything off has held a review. */
        private Life moreDiligent() {
            return new Life(reference, Math.max(diligence, 50), random, answers, plan, law);
        }
    }

    private final WalkerTest.Walked story;
    private final int cases;
    private final int plans;
    private final Random random;
    private final WalkersAnswers answers;
    private final WalkersLaw law;
    private final WalkersLawOfPlans lawOfPlans;
    private final List<Life> open = new ArrayList<>();
    private final List<Life> closed = new ArrayList<>();
    private final WorkingDays workingDays = new WorkingDays();
    private final Deque<String> last = new ArrayDeque<>();
    private final AtomicInteger steps = new AtomicInteger();
    private int begun;
    private boolean plansLive;

    /** @param plans how many of the plans that come into force are followed for years */
    Walk(WalkerTest.Walked story, int cases, int plans, long seed) {
        this.story = story;
        this.cases = cases;
        this.plans = plans;
        this.lawOfPlans = new WalkersLawOfPlans(story);
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
        closed.forEach(life -> law.holdsAtTheEnd(life.reference()));
        livePlans(now, people);
        law.holdsForEverybody();
    }

    /** The plans in force, year after year: reviewed, amended, ended. */
    private void livePlans(LocalDateTime from, ExecutorService people) {
        List<Life> inForce = closed.stream()
                .filter(life -> story.files.get(life.reference()).stage() == Stage.PLAN_FINALISED)
                .filter(life -> story.file(life.reference())
                        .person()
                        .birthDate()
                        .plusYears(OLDEST)
                        .isAfter(from.toLocalDate()))
                .sorted(Comparator.comparing(Life::reference))
                .limit(plans)
                .map(Life::moreDiligent)
                .toList();
        if (inForce.isEmpty()) {
            return;
        }
        plansLive = true;
        story.anotherManagerComes();
        LocalDateTime now = from;
        while (now.isBefore(from.plusDays(DAYS_OF_PLANS))) {
            now = now.plusDays(5 + random.nextInt(12))
                    .withHour(8 + random.nextInt(10))
                    .withMinute(random.nextInt(60));
            story.people.moveTo(now);
            story.birthdays.follow();
            lawOfPlans.holdsForASweep(story.sweep.sweep());
            law.holdsForTheEngine();
            allOf(inForce.stream().map(this::work).toList(), people);
            inForce.forEach(life -> lawOfPlans.holdsFor(life.reference()));
        }
        lawOfPlans.holdsAtTheEnd(inForce.stream().map(Life::reference).toList());
    }

    private Callable<Void> work(Life life) {
        return () -> {
            live(life);
            return null;
        };
    }

    int steps() {
        return steps.get();
    }

    /** How the lives ended, by stage. */
    Map<String, Integer> ends() {
        Map<String, Integer> ends = new TreeMap<>();
        closed.forEach(
                life -> ends.merge(story.files.get(life.reference()).stage().title(), 1, Integer::sum));
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
        allOf(open.stream().map(this::work).toList(), people);
        for (Life life : List.copyOf(open)) {
            if (!story.isRunning(life.reference())) {
                open.remove(life);
                closed.add(life);
                life.law().holdsFor(life.reference());
            }
        }
    }

    /** What the people around one case do at one moment of work. */
    private void live(Life life) {
        int goes = 0;
        while (goes++ < 6 && (plansLive && goes == 1 || life.random().nextInt(100) < life.diligence())) {
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
                new AnswersOfPlans(story, story.reviews, story.episodes, own),
                new WalkersLaw(story, story.database));
        open.add(life);
        life.law().holdsFor(reference);
    }

    /** Now and then somebody asks something, or a request is to end before it was decided. */
    private void somethingHappens(Life life) {
        EhcCase c = story.files.get(life.reference());
        String caseworker = c.team().equals("team-south") ? "caseworkersouth" : "caseworker";
        if (plansLive && life.random().nextInt(150) == 0 && life.plan().mayCease(c)) {
            Map<String, Object> form = life.plan().considerCeasing(c);
            note(life.reference() + " may cease: " + form);
            story.people.start(caseworker, "cease-plan", form);
            story.people.runJobsOf(life.reference());
            steps.incrementAndGet();
        }
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
        Task task = next(waiting, life);
        EhcCase c = story.files.get(life.reference());
        WalkersAnswers.Answer answer = answer(life, task, c);
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
    /** A letter that names a day is of no use after it, so that where years are walked letters come first. */
    private Task next(List<Task> waiting, Life life) {
        Task any = waiting.get(life.random().nextInt(waiting.size()));
        return !plansLive
                ? any
                : waiting.stream()
                        .filter(task -> task.getTaskDefinitionKey().equals("userTask_checkAndSign"))
                        .findFirst()
                        .orElse(any);
    }

    private static WalkersAnswers.Answer answer(Life life, Task task, EhcCase c) {
        if (!AnswersOfPlans.knows(task)) {
            return life.answers().to(task, c);
        }
        if (AnswersOfPlans.isAboutItsWords(task)) {
            life.answers().letWarningsStand(c);
        }
        Map<String, Object> form = life.plan().to(task, c);
        return form == null ? null : life.answers().by(task, form);
    }

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
