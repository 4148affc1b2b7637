package org.ehcpathway.pathway.step;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Raises the priority of open tasks, never lowers it: what is late stays on top until it is done. */
@Component
public class Urgency {

    /** A limit is near. */
    public static final int NEAR = 70;

    /** A limit has passed. */
    public static final int LATE = 90;

    private final TaskService tasks;

    public Urgency(@Lazy TaskService tasks) {
        this.tasks = tasks;
    }

    /** All open tasks of a case, in whichever of its processes they stand. */
    public void raiseCase(String reference, int priority) {
        raise(tasks.createTaskQuery().processInstanceBusinessKey(reference).list(), priority);
    }

    public void raiseInstance(String processInstanceId, int priority) {
        raise(tasks.createTaskQuery().processInstanceId(processInstanceId).list(), priority);
    }

    private void raise(List<Task> open, int priority) {
        open.stream()
                .filter(task -> task.getPriority() < priority)
                .forEach(task -> tasks.setPriority(task.getId(), priority));
    }
}
