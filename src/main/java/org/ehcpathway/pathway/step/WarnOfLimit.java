package org.ehcpathway.pathway.step;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Deadlines;
import org.ehcpathway.casefile.Limit;
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
        Optional<Limit> open = deadlines
                .limit(reference, (Long) execution.getVariable(Vars.EPISODE), rule)
                .filter(limit -> limit.deadline().isOpen());
        execution.setVariable(Vars.LIMIT_MET, open.isEmpty());
        if (open.isPresent()) {
            String due = (String) execution.getVariable(Vars.LIMIT_DUE);
            String near = rule + " is due on " + Moments.shown(Moments.day(due)) + ". "
                    + open.get().reliedOnInWords();
            files.note(reference, "process", "Limit near", near.strip());
            urgency.raiseCase(reference, Urgency.Limit.NEAR);
        }
    }
}
