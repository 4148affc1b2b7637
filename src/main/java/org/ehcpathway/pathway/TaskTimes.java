package org.ehcpathway.pathway;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.ehcpathway.casefile.DeadlineState;
import org.ehcpathway.statute.WorkingDays;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * By when a task is to be done where no law says it, and how urgent it is: the table {@code task-due-and-priority}, which analysts
 * keep.
 */
@Component
public class TaskTimes {

    /** A task that no table knows, such as one of a process an analyst is trying out. */
    private static final Times UNKNOWN = new Times(null, 50, 70, 90);

    /**
     * @param workingDays the council's own target, counted from the day the task begins; null where a date of the case rules
     * @param priority from 0 to 100, as the task begins
     * @param near when the limit it is due on is near
     * @param late when that limit has passed
     */
    public record Times(Integer workingDays, int priority, int near, int late) {

        /** The priority of a task whose limit stands so; null when it is due on no limit. */
        public int priority(DeadlineState limit) {
            if (limit == DeadlineState.OVERDUE) {
                return late;
            }
            return limit == DeadlineState.DUE_SOON ? near : priority;
        }
    }

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final AsNobody asNobody;
    private final WorkingDays workingDays;
    private final Clock clock;
    /** By the id of the table's version and the task: a version never changes, and every task that begins asks. */
    private final Map<String, Times> known = new ConcurrentHashMap<>();

    TaskTimes(
            @Lazy DecisionService decisions,
            @Lazy RepositoryService repository,
            AsNobody asNobody,
            WorkingDays workingDays,
            Clock clock) {
        this.decisions = decisions;
        this.repository = repository;
        this.asNobody = asNobody;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** The row of a task, such as {@code userTask_settleSending}. */
    public Times of(String task) {
        return asNobody.ask(() -> {
            DecisionDefinition table = repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey("task-due-and-priority")
                    .latestVersion()
                    .singleResult();
            return table == null
                    ? UNKNOWN
                    : known.computeIfAbsent(table.getId() + " " + task, unread -> read(table.getId(), task));
        });
    }

    /**
     * The last moment of the council's own target for a task that begins today, as the engine reads it.
     *
     * @throws IllegalStateException when the table gives the task no target
     */
    public String dueFromToday(String task) {
        return dueFrom(task, LocalDate.now(clock));
    }

    /** The same for a task whose days count from another day. */
    public String dueFrom(String task, LocalDate day) {
        Integer days = of(task).workingDays();
        if (days == null) {
            throw new IllegalStateException("The table task-due-and-priority gives no working days for " + task + ".");
        }
        return Moments.due(workingDays.plus(day, days));
    }

    private Times read(String version, String task) {
        DmnDecisionRuleResult row = decisions
                .evaluateDecisionTableById(version, Variables.createVariables().putValue("task", task))
                .getSingleResult();
        return row == null
                ? UNKNOWN
                : new Times(
                        (Integer) row.get("workingDays"),
                        row.<Integer>getEntry("priority"),
                        row.<Integer>getEntry("near"),
                        row.<Integer>getEntry("late"));
    }
}
