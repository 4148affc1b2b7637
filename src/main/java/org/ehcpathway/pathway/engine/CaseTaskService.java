package org.ehcpathway.pathway.engine;

import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's task service; completing a task always goes through its form, whichever door it came in by. */
class CaseTaskService extends TaskServiceImpl {

    private final FormService forms;

    CaseTaskService(FormService forms) {
        this.forms = forms;
    }

    @Override
    public void complete(String taskId) {
        forms.submitTaskForm(taskId, Map.of());
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        forms.submitTaskForm(taskId, variables == null ? Map.of() : variables);
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        return forms.submitTaskFormWithVariablesInReturn(
                taskId, variables == null ? Map.of() : variables, deserializeValues);
    }
}
