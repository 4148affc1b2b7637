package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.ehcpathway.pathway.Vars;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells a watch that waits for its limit that the duty has been met, or has fallen away. */
@Component
public class WaitingLimits {

    private final RuntimeService runtime;

    public WaitingLimits(@Lazy RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Does nothing when no watch waits: the limit was not near yet. */
    public void met(String reference, String rule) {
        of(reference, rule).correlateAll();
    }

    /** As {@link #met(String, String)}, in an episode of the plan's life. */
    public void met(String reference, long episodeId, String rule) {
        of(reference, rule)
                .processInstanceVariableEquals(Vars.EPISODE, episodeId)
                .correlateAll();
    }

    private MessageCorrelationBuilder of(String reference, String rule) {
        return runtime.createMessageCorrelation(Vars.MESSAGE_LIMIT_MET)
                .processInstanceBusinessKey(reference)
                .processInstanceVariableEquals(Vars.RULE, rule);
    }
}
