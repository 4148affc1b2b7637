package org.ehcpathway.pathway.engine;

import java.io.InputStream;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * The engine's task service; completing a task always goes through its form, whichever door it came in by. The other ways out
 * of a task and into the engine's own notes and attachments are closed: everybody who may work on a task could use them, past
 * its form and with words about a child.
 */
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

    @Override
    public void resolveTask(String taskId) {
        throw formIsTheOnlyWay();
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        throw formIsTheOnlyWay();
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode) {
        throw formIsTheOnlyWay();
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, String errorMessage) {
        throw formIsTheOnlyWay();
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, String errorMessage, Map<String, Object> variables) {
        throw formIsTheOnlyWay();
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode) {
        throw formIsTheOnlyWay();
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode, Map<String, Object> variables) {
        throw formIsTheOnlyWay();
    }

    @Override
    public Comment createComment(String taskId, String processInstanceId, String message) {
        throw new BadUserRequestException("Words about a case go into its forms, where they are kept with the file.");
    }

    @Override
    public Attachment createAttachment(
            String type,
            String taskId,
            String processInstanceId,
            String name,
            String description,
            InputStream content) {
        throw papersGoToTheFile();
    }

    @Override
    public Attachment createAttachment(
            String type, String taskId, String processInstanceId, String name, String description, String url) {
        throw papersGoToTheFile();
    }

    private static BadUserRequestException formIsTheOnlyWay() {
        return new BadUserRequestException(FormIsTheOnlyWay.TO_COMPLETE);
    }

    private static BadUserRequestException papersGoToTheFile() {
        return new BadUserRequestException("Papers are uploaded on the Case tab, where they are kept with the file.");
    }
}
