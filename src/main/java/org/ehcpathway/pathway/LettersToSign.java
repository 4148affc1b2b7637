package org.ehcpathway.pathway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.letter.LetterState;
import org.ehcpathway.pathway.HandlingOfLetters.Handling;
import org.ehcpathway.pathway.form.CaseForms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The letters that wait for the signed-in person's signature and may be signed together with others. */
@Component
public class LettersToSign {

    private static final Logger LOG = LoggerFactory.getLogger(LettersToSign.class);
    private static final String TASK = "userTask_checkAndSign";

    /** What can be signed while a browser waits for the answer. */
    private static final int MOST = 500;

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final FormService forms;
    private final LetterReading reading;
    private final HandlingOfLetters table;
    private final Colleagues colleagues;
    private final AsNobody asNobody;

    LettersToSign(
            @Lazy TaskService tasks,
            @Lazy RuntimeService runtime,
            @Lazy FormService forms,
            LetterReading reading,
            HandlingOfLetters table,
            Colleagues colleagues,
            AsNobody asNobody) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.forms = forms;
        this.reading = reading;
        this.table = table;
        this.colleagues = colleagues;
        this.asNobody = asNobody;
    }

    /** A letter and the task of Tasklist that signs it. */
    public record ToSign(long letterId, String taskId, String reference, LetterKind kind) {}

    /** At most 500, the oldest first: those of the person's own tasks whose kind the table lets sign in bulk. */
    public List<ToSign> mine() {
        String person = colleagues.asking();
        if (person.isEmpty()) {
            return List.of();
        }
        List<Task> open = tasks
                .createTaskQuery()
                .taskDefinitionKey(TASK)
                .active()
                .orderByTaskCreateTime()
                .asc()
                .listPage(0, 2 * MOST)
                .stream()
                .filter(task -> task.getAssignee() == null || task.getAssignee().equals(person))
                .toList();
        Map<String, Map<String, Object>> facts = facts(open);
        Map<LetterKind, Handling> handlings = new HashMap<>();
        return open.stream()
                .map(task -> toSign(task, facts.getOrDefault(task.getProcessInstanceId(), Map.of())))
                .filter(Objects::nonNull)
                .filter(letter -> mayBeSignedInBulk(handlings.computeIfAbsent(letter.kind(), table::of)))
                .filter(letter -> reading.get(letter.letterId()).state() == LetterState.PREPARED)
                .limit(MOST)
                .toList();
    }

    /**
     * Signs one letter as its task in Tasklist does, with all its checks.
     *
     * @return why it was not signed, as a sentence; null when it was
     */
    public String sign(String taskId, long letterId) {
        Letter letter = reading.get(letterId);
        if (!mayBeSignedInBulk(table.of(letter.kind()))) {
            return "Letters " + letter.kind().id() + " are signed one by one.";
        }
        if (tasks.createTaskQuery().taskId(taskId).count() == 0) {
            return "The task is no longer yours or has been done. Look at the case.";
        }
        try {
            forms.submitTaskForm(taskId, Map.of("verdict", "SIGN"));
            return null;
        } catch (FormFieldValidationException | AuthorizationException refused) {
            String sentence = CaseForms.takeRefusal();
            return sentence == null ? "The task is no longer yours or has been done. Look at the case." : sentence;
        } catch (RuntimeException failed) {
            CaseForms.takeRefusal();
            LOG.warn(
                    "A letter signed together with others was not signed: {}",
                    failed.getClass().getName());
            return "The task is no longer there or was changed by somebody else. Look at the case.";
        }
    }

    private static boolean mayBeSignedInBulk(Handling handling) {
        return handling.bulk() && !handling.secondCheck();
    }

    private static ToSign toSign(Task task, Map<String, Object> facts) {
        Object letter = facts.get(Vars.LETTER);
        Object kind = facts.get(Vars.LETTER_KIND);
        Object reference = facts.get(Vars.CASE);
        return letter == null || kind == null || reference == null
                ? null
                : new ToSign(
                        Long.parseLong(letter.toString()),
                        task.getId(),
                        reference.toString(),
                        LetterKind.of(kind.toString()));
    }

    /** People with rights on a task only cannot read the process, so it is asked for them. */
    private Map<String, Map<String, Object>> facts(List<Task> open) {
        Map<String, Map<String, Object>> facts = new HashMap<>();
        if (!open.isEmpty()) {
            asNobody.ask(() -> runtime.createVariableInstanceQuery()
                            .processInstanceIdIn(open.stream()
                                    .map(Task::getProcessInstanceId)
                                    .toArray(String[]::new))
                            .variableNameIn(Vars.LETTER, Vars.LETTER_KIND, Vars.CASE)
                            .list())
                    .forEach(variable -> facts.computeIfAbsent(
                                    variable.getProcessInstanceId(), instance -> new HashMap<>())
                            .putIfAbsent(variable.getName(), variable.getValue()));
        }
        return facts;
    }
}
