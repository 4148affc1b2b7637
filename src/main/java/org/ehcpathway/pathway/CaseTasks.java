package org.ehcpathway.pathway;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.ehcpathway.statute.NotAllowed;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The tasks of cases, for our own pages: those a person may see by the engine's authorisations, and for those who may see the
 * case, all that is open in it and where its processes stand.
 */
@Component
public class CaseTasks {

    private static final List<String> OF_INTEREST = List.of(Vars.ADVICE, Vars.LETTER, Vars.UPLOADED_DOCUMENT);

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Colleagues colleagues;
    private final AsNobody asNobody;

    CaseTasks(
            @Lazy TaskService tasks,
            @Lazy RuntimeService runtime,
            @Lazy RepositoryService repository,
            Colleagues colleagues,
            AsNobody asNobody) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
        this.colleagues = colleagues;
        this.asNobody = asNobody;
    }

    /** The task, when it is open, belongs to a case and the signed-in person may see it. */
    public Optional<TaskAtHand> visible(String taskId) {
        if (nobodyAsks()) {
            return Optional.empty();
        }
        return asShown(tasks.createTaskQuery().taskId(taskId)).findFirst();
    }

    /** The sitting of the panel an open task is about, when the signed-in person may see the task; empty for tasks of cases. */
    public Optional<String> sittingOf(String taskId) {
        if (nobodyAsks()) {
            return Optional.empty();
        }
        Task seen = tasks.createTaskQuery().taskId(taskId).singleResult();
        return seen == null
                ? Optional.empty()
                : asNobody.ask(() -> Optional.ofNullable((String) tasks.getVariable(taskId, Vars.SITTING)));
    }

    /** The enquiry an open task is about, when the signed-in person may see the task. */
    public Optional<Long> enquiryOf(String taskId) {
        if (nobodyAsks() || tasks.createTaskQuery().taskId(taskId).singleResult() == null) {
            return Optional.empty();
        }
        return asNobody.ask(() -> Optional.ofNullable((Long) tasks.getVariable(taskId, Vars.ENQUIRY_ID)));
    }

    /** The open tasks of a case that the signed-in person may see. */
    public List<TaskAtHand> visibleIn(String reference) {
        if (nobodyAsks()) {
            return List.of();
        }
        return asShown(tasks.createTaskQuery().processInstanceBusinessKey(reference))
                .toList();
    }

    /** Every open task of a case, the one due first at the top. Only for those who may see the case. */
    public List<OpenTask> open(String reference) {
        return asNobody.ask(() -> {
            List<Task> open = tasks.createTaskQuery()
                    .processInstanceBusinessKey(reference)
                    .list();
            Map<String, List<String>> groups = candidateGroups(open);
            Map<String, String> groupNames = colleagues.groupNames(
                    groups.values().stream().flatMap(List::stream).distinct().toList());
            Map<String, String> names =
                    colleagues.names(open.stream().map(Task::getAssignee).toList());
            Map<String, Map<String, Object>> subjects = subjects(open);
            return open.stream()
                    .map(task -> new OpenTask(
                            task.getId(),
                            task.getName(),
                            text(subject(subjects, task, Vars.LETTER_KIND)),
                            id(subject(subjects, task, Vars.ADVICE)),
                            task.getAssignee() != null
                                    ? names.getOrDefault(task.getAssignee(), task.getAssignee())
                                    : inWords(groups.get(task.getId()), groupNames),
                            task.getAssignee(),
                            day(task.getDueDate()),
                            task.getPriority(),
                            task.getCreateTime().toInstant()))
                    .sorted(Comparator.comparing(OpenTask::due, Comparator.nullsLast(Comparator.naturalOrder()))
                            .thenComparing(OpenTask::created))
                    .toList();
        });
    }

    /**
     * Notes that a paper was uploaded for a task, so that its form finds it.
     *
     * @throws NotAllowed when the signed-in person cannot see the task, or it is done
     */
    public void attach(String taskId, long documentId) {
        if (visible(taskId).isEmpty()) {
            throw new NotAllowed("This task is done, or it is not yours. Nothing was saved.");
        }
        asNobody.ask(() -> {
            tasks.setVariableLocal(taskId, Vars.UPLOADED_DOCUMENT, documentId);
            return null;
        });
    }

    /** Where the processes of a case stand now. Only for those who may see the case. */
    public List<Standing> standing(String reference) {
        return asNobody.ask(() -> runtime.createExecutionQuery().processInstanceBusinessKey(reference).list().stream()
                .map(ExecutionEntity.class::cast)
                .filter(execution -> execution.getActivityId() != null)
                .map(this::standing)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    /** Whether a step of the case has failed for good and waits for an administrator. */
    public boolean isStuck(String reference) {
        return asNobody.ask(() -> runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference)
                        .withIncident()
                        .count()
                > 0);
    }

    private boolean nobodyAsks() {
        // Without a person the engine shows everything.
        return colleagues.asking().isEmpty();
    }

    private Stream<TaskAtHand> asShown(TaskQuery query) {
        List<Task> seen = query.initializeFormKeys().list();
        return asNobody.ask(() -> seen.stream().map(this::atHand).toList()).stream()
                .filter(task -> task.reference() != null);
    }

    private TaskAtHand atHand(Task task) {
        List<String> wanted =
                Stream.concat(OF_INTEREST.stream(), Stream.of(Vars.CASE)).toList();
        Map<String, Object> variables = tasks.getVariables(task.getId(), wanted);
        Object reference = variables.get(Vars.CASE);
        return new TaskAtHand(
                task.getId(),
                task.getName(),
                reference == null ? null : reference.toString(),
                task.getCamundaFormRef() == null
                        ? null
                        : task.getCamundaFormRef().getKey(),
                day(task.getDueDate()),
                id(variables.get(Vars.ADVICE)),
                id(variables.get(Vars.LETTER)),
                id(variables.get(Vars.UPLOADED_DOCUMENT)));
    }

    /** The engine has no query for the candidates of several tasks; a task somebody has taken needs none. */
    private Map<String, List<String>> candidateGroups(List<Task> open) {
        Map<String, List<String>> groups = new HashMap<>();
        open.stream()
                .filter(task -> task.getAssignee() == null)
                .forEach(task -> groups.put(
                        task.getId(),
                        tasks.getIdentityLinksForTask(task.getId()).stream()
                                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                                .map(IdentityLink::getGroupId)
                                .filter(Objects::nonNull)
                                .toList()));
        return groups;
    }

    /** What each process instance with an open task is about, in one query for all. */
    private Map<String, Map<String, Object>> subjects(List<Task> open) {
        Map<String, Map<String, Object>> subjects = new HashMap<>();
        if (!open.isEmpty()) {
            runtime.createVariableInstanceQuery()
                    .processInstanceIdIn(open.stream()
                            .map(Task::getProcessInstanceId)
                            .distinct()
                            .toArray(String[]::new))
                    .variableNameIn(Vars.LETTER_KIND, Vars.ADVICE)
                    .list()
                    .forEach(variable -> subjects.computeIfAbsent(
                                    variable.getProcessInstanceId(), instance -> new HashMap<>())
                            .put(variable.getName(), variable.getValue()));
        }
        return subjects;
    }

    private static Object subject(Map<String, Map<String, Object>> subjects, Task task, String variable) {
        return subjects.getOrDefault(task.getProcessInstanceId(), Map.of()).get(variable);
    }

    private static String inWords(List<String> groups, Map<String, String> names) {
        return groups.isEmpty()
                ? "Nobody yet"
                : String.join(" or ", groups.stream().map(names::get).sorted().toList());
    }

    private Standing standing(ExecutionEntity execution) {
        BpmnModelInstance model = repository.getBpmnModelInstance(execution.getProcessDefinitionId());
        if (!(model.getModelElementById(execution.getActivityId()) instanceof FlowNode step)
                || step instanceof CallActivity
                || step.getName() == null) {
            return null;
        }
        String process = model.getModelElementsByType(Process.class).stream()
                .findFirst()
                .map(Process::getName)
                .orElse("");
        return new Standing(process, step.getName(), step instanceof CatchEvent);
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static Long id(Object value) {
        return value == null ? null : Long.valueOf(value.toString());
    }

    private static LocalDate day(Date moment) {
        return moment == null
                ? null
                : moment.toInstant().atZone(AdjustableClock.ENGLAND).toLocalDate();
    }
}
