package org.ehcpathway.pathway.step;

import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Deadlines;
import org.ehcpathway.casefile.Limit;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Warns the team that a limit is near, unless its duty has been met or has fallen away. */
@Component("warnOfLimit")
public class WarnOfLimit implements JavaDelegate {

    private final Deadlines deadlines;
    private final CaseFiles files;
    private final Urgency urgency;
    private final RuntimeService runtime;

    public WarnOfLimit(Deadlines deadlines, CaseFiles files, Urgency urgency, @Lazy RuntimeService runtime) {
        this.deadlines = deadlines;
        this.files = files;
        this.urgency = urgency;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reference = (String) execution.getVariable(Vars.CASE);
        String rule = (String) execution.getVariable(Vars.RULE);
        Long episode = (Long) execution.getVariable(Vars.EPISODE);
        // Two watches that begin at the same moment come here one after the other.
        files.hold(reference);
        Optional<Limit> open = deadlines
                .limit(reference, episode, rule)
                .filter(limit -> limit.deadline().isOpen() && !isWatched(execution, reference, episode, rule));
        execution.setVariable(Vars.LIMIT_MET, open.isEmpty());
        if (open.isPresent()) {
            String due = (String) execution.getVariable(Vars.LIMIT_DUE);
            String near = rule + " is due on " + Moments.shown(Moments.day(due)) + ". "
                    + open.get().reliedOnInWords();
            files.note(reference, "process", "Limit near", near.strip());
            urgency.raiseCase(reference, Urgency.Limit.NEAR);
        }
    }

    /**
     * Whether the limit is watched already: a case that came back onto the road after a changed refusal may have its first instance
     * beside the second, each with the timers of the same limits.
     */
    private boolean isWatched(DelegateExecution execution, String reference, Long episode, String rule) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("statutory-limit")
                .processInstanceBusinessKey(reference)
                .variableValueEquals(Vars.RULE, rule)
                .list()
                .stream()
                .filter(watch -> !watch.getId().equals(execution.getProcessInstanceId()))
                .anyMatch(watch -> Objects.equals(runtime.getVariable(watch.getId(), Vars.EPISODE), episode));
    }
}
