package org.ehcpathway.pathway.engine;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.ehcpathway.pathway.form.CaseForms;
import org.ehcpathway.statute.Refusal;

/**
 * The engine's form service, with our forms in front of it: what people type goes to the file and never into process
 * variables. Tasklist and the REST API both come this way; {@link CaseTaskService} brings plain completions here too.
 */
class CaseFormService extends FormServiceImpl {

    private final Supplier<ProcessEngine> engine;
    private final Supplier<CaseForms> forms;

    CaseFormService(Supplier<ProcessEngine> engine, Supplier<CaseForms> forms) {
        this.engine = engine;
        this.forms = forms;
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        send(taskId, properties, variables -> {
            super.submitTaskForm(taskId, variables);
            return null;
        });
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserializeValues) {
        return send(
                taskId,
                properties,
                variables -> super.submitTaskFormWithVariablesInReturn(taskId, variables, deserializeValues));
    }

    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, Map<String, Object> properties) {
        return start(processDefinitionId, properties);
    }

    /** The business key is always the reference of the case, or of an enquiry about none, which the form makes; a key given from outside is not used. */
    @Override
    public ProcessInstance submitStartForm(
            String processDefinitionId, String businessKey, Map<String, Object> properties) {
        return start(processDefinitionId, properties);
    }

    private ProcessInstance start(String processDefinitionId, Map<String, Object> properties) {
        var person = engine.get().getIdentityService().getCurrentAuthentication();
        return forms.get().send(startFormOf(processDefinitionId), null, person, Map.of(), properties, variables -> {
            Object reference = variables.getOrDefault(
                    org.ehcpathway.pathway.Vars.CASE, variables.get(org.ehcpathway.pathway.Vars.ENQUIRY));
            return super.submitStartForm(
                    processDefinitionId, reference == null ? null : reference.toString(), variables);
        });
    }

    private String startFormOf(String processDefinitionId) {
        // Asked with the person's own rights: who may not see the process is told so before anything is recorded.
        CamundaFormRef form = getStartFormData(processDefinitionId).getCamundaFormRef();
        return form == null ? null : form.getKey();
    }

    private <T> T send(String taskId, Map<String, Object> properties, Function<Map<String, Object>, T> step) {
        Task task = engine.get()
                .getTaskService()
                .createTaskQuery()
                .taskId(taskId)
                .initializeFormKeys()
                .singleResult();
        if (task == null) {
            // Unknown, done by somebody else meanwhile, or not theirs to see: the engine says which, and nothing is
            // recorded.
            return step.apply(Map.of());
        }
        var person = engine.get().getIdentityService().getCurrentAuthentication();
        if (person != null && !mayWorkOn(taskId, person)) {
            // The engine refuses it in its own words and with its own status.
            return step.apply(Map.of());
        }
        if (person != null && task.getAssignee() != null && !task.getAssignee().equals(person.getUserId())) {
            return forms.get().send(null, taskId, person, Map.of(), Map.of(), variables -> {
                throw new Refusal("This task has been claimed by " + task.getAssignee()
                        + ". Ask them, or have a manager assign it to you.");
            });
        }
        Map<String, Object> taskVariables = engine.get().getTaskService().getVariables(taskId);
        String formId = task.getCamundaFormRef() == null
                ? null
                : task.getCamundaFormRef().getKey();
        return forms.get().send(formId, taskId, person, taskVariables, properties, step);
    }

    private boolean mayWorkOn(String taskId, Authentication person) {
        return engine.get()
                .getAuthorizationService()
                .isUserAuthorized(
                        person.getUserId(), person.getGroupIds(), Permissions.TASK_WORK, Resources.TASK, taskId);
    }
}
