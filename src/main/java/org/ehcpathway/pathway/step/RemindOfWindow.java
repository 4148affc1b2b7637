package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Reminds the caseworker that the family's 15 days are nearly over: a call now may still bring their words in. */
@Component("remindOfWindow")
public class RemindOfWindow implements JavaDelegate {

    private final CaseFiles files;
    private final Urgency urgency;

    public RemindOfWindow(CaseFiles files, Urgency urgency) {
        this.files = files;
        this.urgency = urgency;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String lastDay = (String) execution.getVariable(Vars.WINDOW_LAST_DAY);
        files.note(
                (String) execution.getVariable(Vars.CASE),
                "process",
                "Representations due soon",
                "The family can answer the draft until " + Moments.shown(Moments.day(lastDay)) + " (PLAN-04).");
        urgency.raiseInstance(execution.getProcessInstanceId(), Urgency.Limit.NEAR);
    }
}
