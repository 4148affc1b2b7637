package org.ehcpathway.pathway.step;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.pathway.TaskTimes;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Raises the priority of open tasks, never lowers it: what is late stays on top until it is done. */
@Component
public class Urgency {

    /** How a limit stands. The table {@code task-due-and-priority} says what that makes of each task. */
    public enum Limit {
        NEAR,
        PASSED
    }

    private final TaskService tasks;
    private final TaskTimes times;

    public Urgency(@Lazy TaskService tasks, TaskTimes times) {
        this.tasks = tasks;
        this.times = times;
    }

    /** All open tasks of a case, in whichever of its processes they stand. */
    public void raiseCase(String reference, Limit limit) {
        raise(tasks.createTaskQuery().processInstanceBusinessKey(reference).list(), limit);
    }

    public void raiseInstance(String processInstanceId, Limit limit) {
        raise(tasks.createTaskQuery().processInstanceId(processInstanceId).list(), limit);
    }

    private void raise(List<Task> open, Limit limit) {
        for (Task task : open) {
            TaskTimes.Times row = times.of(task.getTaskDefinitionKey());
            int priority = limit == Limit.PASSED ? row.late() : row.near();
            if (task.getPriority() < priority) {
                tasks.setPriority(task.getId(), priority);
            }
        }
    }
}
