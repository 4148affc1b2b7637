package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Deadline;
import org.ehcpathway.casefile.Deadlines;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Warns the team that a limit is near, unless its duty has been met or has fallen away. */
@Component("warnOfLimit")
public class WarnOfLimit implements JavaDelegate {

    private final Deadlines deadlines;
    private final CaseFiles files;
    private final Urgency urgency;

    public WarnOfLimit(Deadlines deadlines, CaseFiles files, Urgency urgency) {
        this.deadlines = deadlines;
        this.files = files;
        this.urgency = urgency;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reference = (String) execution.getVariable(Vars.CASE);
        String rule = (String) execution.getVariable(Vars.RULE);
        boolean open =
                deadlines.current(reference, rule).filter(Deadline::isOpen).isPresent();
        execution.setVariable(Vars.LIMIT_MET, !open);
        if (open) {
            String due = (String) execution.getVariable(Vars.LIMIT_DUE);
            files.note(
                    reference, "process", "Limit near", rule + " is due on " + Moments.shown(Moments.day(due)) + ".");
            urgency.raiseCase(reference, Urgency.NEAR);
        }
    }
}
