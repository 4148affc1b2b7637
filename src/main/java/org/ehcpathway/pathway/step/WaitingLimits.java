package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.RuntimeService;
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
        runtime.createMessageCorrelation(Vars.MESSAGE_LIMIT_MET)
                .processInstanceBusinessKey(reference)
                .processInstanceVariableEquals(Vars.RULE, rule)
                .correlateAll();
    }
}
