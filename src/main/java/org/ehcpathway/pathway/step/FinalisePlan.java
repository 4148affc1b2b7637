package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.plan.Plans;
import org.springframework.stereotype.Component;

/** Makes the document of the signed final plan; from here on it cannot change. */
@Component("finalisePlan")
public class FinalisePlan implements JavaDelegate {

    private final Plans plans;

    public FinalisePlan(Plans plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        plans.issueFinal((String) execution.getVariable(Vars.CASE));
    }
}
