package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Lets the form that prepares the final plan know that this diagram can consult settings and serve a draft again. */
@Component("finalisingBegun")
public class FinalisingBegun implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        execution.setVariable(Vars.FINAL_STEP, "PROPOSE");
    }
}
