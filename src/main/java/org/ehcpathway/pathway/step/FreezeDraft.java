package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.plan.Plans;
import org.springframework.stereotype.Component;

/** Makes the document of the draft plan; from here on this draft cannot change. */
@Component("freezeDraft")
public class FreezeDraft implements JavaDelegate {

    private final Plans plans;

    public FreezeDraft(Plans plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        plans.issueDraft((String) execution.getVariable(Vars.CASE));
    }
}
