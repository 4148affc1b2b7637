package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.ehcpathway.pathway.TaskTimes;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/**
 * Sets the council's own target for asking for advice, in working days after the decision. The law gives no number (ADV-01), but
 * every day here is taken from the 6 weeks of the advisers and the 20 of the family.
 */
@Component("setAdviceTarget")
public class SetAdviceTarget implements ExecutionListener {

    private final TaskTimes times;

    public SetAdviceTarget(TaskTimes times) {
        this.times = times;
    }

    @Override
    public void notify(DelegateExecution execution) {
        execution.setVariable(Vars.ADVICE_REQUESTS_DUE, times.dueFromToday("userTask_chooseAdvisers"));
    }
}
