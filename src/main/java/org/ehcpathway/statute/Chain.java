package org.ehcpathway.statute;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that follows from one event: the clocks that start with it, what must be done before their last days, and the
 * clocks that start next if each step is taken on its last day.
 *
 * @param stages the event asked about first, then what it leads to, by date
 */
public record Chain(List<Stage> stages) {

    /** How far ahead to look: the event itself, and what its acts lead to. Further on there are more ifs than dates. */
    private static final int DEEPEST = 1;

    private static final Comparator<Step> BY_DATE = Comparator.comparing(
                    Step::by, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(step -> step.timescale().title());

    /**
     * The clocks that start on one day.
     *
     * @param startsWith what that day is, as a phrase
     * @param day the day
     * @param after the rule whose act, on its last day, starts them; null for the event asked about
     * @param steps by date, those without one last
     */
    public record Stage(String startsWith, LocalDate day, Timescale after, List<Step> steps) {}

    /**
     * One step with the day by which it is to be taken.
     *
     * @param timescale the rule
     * @param by the last day; null where the law sets none
     * @param answer how the day was found; null for a step that is worked back
     * @param what what is to be done by then
     * @param towards the rule whose last day a step that is worked back can still keep; null for a limit itself
     */
    public record Step(Timescale timescale, LocalDate by, DueDate answer, String what, String towards) {

        /** Whether this is no limit of its own, but the latest day from which another one can still be kept. */
        public boolean isWorkedBack() {
            return answer == null;
        }
    }

    /**
     * The chain of a rule whose clock starts on {@code question.from()}.
     *
     * @throws Refusal as {@link Timescales#due(Question)}
     */
    public static Chain of(Timescales timescales, Question question) {
        Timescale asked = timescales.inForce(question.rule(), question.part(), question.from());
        List<Stage> stages = new ArrayList<>();
        add(timescales, asked, question, null, 0, new HashSet<>(), stages);
        List<Stage> next = stages.subList(1, stages.size());
        next.sort(Comparator.comparing(Stage::day));
        return new Chain(List.copyOf(stages));
    }

    private static void add(
            Timescales timescales,
            Timescale asked,
            Question question,
            Timescale after,
            int depth,
            Set<String> seen,
            List<Stage> stages) {
        if (!seen.add(asked.event() + question.from())) {
            return;
        }
        List<Step> steps = new ArrayList<>();
        for (Timescale together : startingWith(timescales, asked.event(), question.from())) {
            boolean isAsked = together.title().equals(asked.title());
            DueDate answer = isAsked
                    ? timescales.due(question)
                    : timescales.due(new Question(
                            together.rule(),
                            together.part(),
                            question.from(),
                            shared(question, together),
                            SettingCalendar.UNKNOWN));
            // Further on only days to watch help; the rest is read where its own event is asked about.
            if (depth == 0 || (answer.due() != null && together.warnDays() > 0)) {
                steps.add(new Step(together, answer.due(), answer, together.duty(), null));
                workBack(timescales, together, answer.due(), steps);
            }
        }
        if (steps.isEmpty()) {
            return;
        }
        steps.sort(BY_DATE);
        String startsWith =
                depth == 0 ? asked.clockStartsOn() : steps.get(0).timescale().clockStartsOn();
        stages.add(new Stage(startsWith, question.from(), after, List.copyOf(steps)));
        if (depth == DEEPEST) {
            return;
        }
        for (Step step : steps) {
            if (step.by() != null && !step.isWorkedBack()) {
                for (String event : step.timescale().leadsTo()) {
                    startingWith(timescales, event, step.by()).stream()
                            .findFirst()
                            .ifPresent(first -> add(
                                    timescales,
                                    first,
                                    new Question(
                                            first.rule(), first.part(), step.by(), Map.of(), SettingCalendar.UNKNOWN),
                                    step.timescale(),
                                    depth + 1,
                                    seen,
                                    stages));
                }
            }
        }
    }

    private static Map<String, LocalDate> shared(Question question, Timescale together) {
        Map<String, LocalDate> taken = new HashMap<>(question.facts());
        taken.keySet()
                .retainAll(together.furtherFacts().stream()
                        .map(Timescale.Fact::name)
                        .toList());
        return taken;
    }

    private static List<Timescale> startingWith(Timescales timescales, String event, LocalDate day) {
        return timescales.all().stream()
                .filter(timescale -> timescale.event().equals(event))
                .filter(timescale -> timescales.inForce(timescale.rule(), timescale.part(), day) == timescale)
                .toList();
    }

    /** Back from a last day over the periods before it: the last moment at which each of their clocks may start. */
    private static void workBack(Timescales timescales, Timescale towards, LocalDate due, List<Step> steps) {
        LocalDate reached = due;
        for (String rule : towards.workBack()) {
            Timescale before = timescales.inForce(rule, reached);
            if (before.counting().startsWith("AHEAD")) {
                steps.add(new Step(before, timescales.due(rule, reached).due(), null, before.duty(), towards.title()));
            } else {
                reached = timescales.latestStart(before, reached);
                steps.add(new Step(before, reached, null, "at the latest: " + before.clockStartsOn(), towards.title()));
            }
        }
    }
}
