package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Deadlines;
import org.ehcpathway.casefile.Limit;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.TaskTimes;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Records that a limit has passed. Nothing is granted or refused by it; the duty goes on and the family is told why. */
@Component("escalateLimit")
public class EscalateLimit implements JavaDelegate {

    private final Deadlines deadlines;
    private final CaseFiles files;
    private final Urgency urgency;
    private final TaskTimes times;

    public EscalateLimit(Deadlines deadlines, CaseFiles files, Urgency urgency, TaskTimes times) {
        this.deadlines = deadlines;
        this.files = files;
        this.urgency = urgency;
        this.times = times;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reference = (String) execution.getVariable(Vars.CASE);
        String rule = (String) execution.getVariable(Vars.RULE);
        String due = (String) execution.getVariable(Vars.LIMIT_DUE);
        // An exception excuses the council, but the family is told the reason all the same (Code 9.43).
        String reliedOn = deadlines
                .limit(reference, (Long) execution.getVariable(Vars.EPISODE), rule)
                .map(Limit::reliedOnInWords)
                .orElse("");
        files.note(
                reference,
                "process",
                "Limit passed",
                (rule + " was due on " + Moments.shown(Moments.day(due)) + ". The duty goes on. " + reliedOn).strip());
        urgency.raiseCase(reference, Urgency.Limit.PASSED);
        execution.setVariable(Vars.EXPLAIN_DUE, times.dueFromToday("userTask_explainDelay"));
    }
}
