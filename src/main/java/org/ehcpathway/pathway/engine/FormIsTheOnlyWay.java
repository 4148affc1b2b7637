package org.ehcpathway.pathway.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.ehcpathway.pathway.form.CaseForms;

/**
 * Stops a task from being completed, or a pathway from being started, without the form that records it in the file. Without
 * this a client could start or complete through other calls of the REST API and leave a step without its record.
 */
class FormIsTheOnlyWay implements TaskListener, ExecutionListener {

    static final String TO_COMPLETE = "A task is completed by sending its form.";

    @Override
    public void notify(DelegateTask task) {
        if (!CaseForms.isSending()) {
            throw new BadUserRequestException(TO_COMPLETE);
        }
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (!CaseForms.isSending() && isAsked(execution)) {
            throw new BadUserRequestException("A pathway is started by sending its form.");
        }
    }

    /** What the daily sweep begins, the application begins itself: nobody is signed in then, and it keeps its own record. */
    private static boolean isAsked(DelegateExecution execution) {
        return execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication() != null;
    }
}
