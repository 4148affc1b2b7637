package org.ehcpathway.pathway.demo;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.pathway.AdjustableClock;

/**
 * Lives cases through the real processes in a time of its own: as one person after the other, form by form, with every timer
 * and job run at its own moment. The demo council is made with it, and the stories of the tests are told with it.
 */
public class PathwayDriver {

    private static final ZoneId ENGLAND = AdjustableClock.ENGLAND;

    private final ProcessEngine engine;
    private final AdjustableClock clock;

    public PathwayDriver(ProcessEngine engine, AdjustableClock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /** Moves to this moment in England. Whatever falls due on the way runs at its own moment, in its order. */
    public void moveTo(LocalDateTime moment) {
        Date target = Date.from(moment.atZone(ENGLAND).toInstant());
        runJobs();
        for (Job next = nextTimer(target); next != null; next = nextTimer(target)) {
            clock.standAt(LocalDateTime.ofInstant(next.getDuedate().toInstant(), ENGLAND));
            runJobs();
        }
        clock.standAt(moment);
        runJobs();
    }

    /** Runs every job that can run now, until there is none. */
    public void runJobs() {
        List<Job> jobs = executable();
        while (!jobs.isEmpty()) {
            for (Job job : jobs) {
                engine.getManagementService().executeJob(job.getId());
            }
            jobs = executable();
        }
    }

    /** Runs every job of one case that can run now; another case may go on at the same time. */
    public void runJobsOf(String reference) {
        List<Job> jobs = executable(reference);
        while (!jobs.isEmpty()) {
            for (Job job : jobs) {
                engine.getManagementService().executeJob(job.getId());
            }
            jobs = executable(reference);
        }
    }

    /** Starts a case with its form; gives back its reference. */
    public String request(String user, Map<String, Object> form) {
        return start(user, "needs-assessment", form);
    }

    /** Starts a process with its form; gives back its business key. */
    public String start(String user, String process, Map<String, Object> form) {
        return as(user, () -> {
            String definition = engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(process)
                    .latestVersion()
                    .singleResult()
                    .getId();
            String reference =
                    engine.getFormService().submitStartForm(definition, form).getBusinessKey();
            return reference;
        });
    }

    /** Completes the only open task of this kind in a case with its form. */
    public void complete(String user, String reference, String taskKey, Map<String, Object> form) {
        complete(user, task(reference, taskKey), form);
    }

    /** Completes one task with its form. */
    public void complete(String user, Task task, Map<String, Object> form) {
        submit(user, task, form);
        runJobs();
    }

    /** Completes one task with its form, and leaves the jobs that follow where they are. */
    public void submit(String user, Task task, Map<String, Object> form) {
        as(user, () -> {
            engine.getFormService().submitTaskForm(task.getId(), form);
            return null;
        });
    }

    /** The only open task of this kind in a case. */
    public Task task(String reference, String taskKey) {
        List<Task> open = tasks(reference, taskKey);
        if (open.size() != 1) {
            throw new IllegalStateException(
                    "Case " + reference + " has " + open.size() + " open tasks " + taskKey + ", not one");
        }
        return open.get(0);
    }

    /** All open tasks of this kind in a case. */
    public List<Task> tasks(String reference, String taskKey) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(taskKey)
                .initializeFormKeys()
                .list();
    }

    /** Does something with the rights of a person. */
    public <T> T as(String user, Supplier<T> deed) {
        List<String> groups = engine.getIdentityService().createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        engine.getIdentityService().setAuthentication(user, groups);
        try {
            return deed.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private List<Job> executable() {
        return engine.getManagementService().createJobQuery().executable().list();
    }

    private List<Job> executable(String reference) {
        Set<String> instances =
                engine
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference)
                        .list()
                        .stream()
                        .map(ProcessInstance::getId)
                        .collect(Collectors.toSet());
        return instances.isEmpty()
                ? List.of()
                : engine.getManagementService()
                        .createJobQuery()
                        .processInstanceIds(instances)
                        .executable()
                        .list();
    }

    private Job nextTimer(Date until) {
        return engine
                .getManagementService()
                .createJobQuery()
                .timers()
                .active()
                .withRetriesLeft()
                .duedateLowerThan(until)
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .orElse(null);
    }
}
