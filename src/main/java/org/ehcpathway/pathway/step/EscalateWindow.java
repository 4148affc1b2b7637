package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** The 15 days are over and the answer is not recorded: the caseworker records what came, or that nothing did. */
@Component("escalateWindow")
public class EscalateWindow implements JavaDelegate {

    private final CaseFiles files;
    private final Urgency urgency;

    public EscalateWindow(CaseFiles files, Urgency urgency) {
        this.files = files;
        this.urgency = urgency;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String lastDay = (String) execution.getVariable(Vars.WINDOW_LAST_DAY);
        files.note(
                (String) execution.getVariable(Vars.CASE),
                "process",
                "Representations window closed",
                "The 15 days ended on " + Moments.shown(Moments.day(lastDay))
                        + " (PLAN-04). Record what came until then, or that nothing did.");
        urgency.raiseInstance(execution.getProcessInstanceId(), Urgency.Limit.PASSED);
    }
}
