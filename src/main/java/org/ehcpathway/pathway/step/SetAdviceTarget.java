package org.ehcpathway.pathway.step;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.statute.WorkingDays;
import org.springframework.stereotype.Component;

/**
 * Sets the council's own target for asking for advice: 5 working days after the decision. The law gives no number (ADV-01),
 * but every day here is taken from the 6 weeks of the advisers and the 20 of the family.
 */
@Component("setAdviceTarget")
public class SetAdviceTarget implements ExecutionListener {

    static final int TARGET_IN_WORKING_DAYS = 5;

    private final WorkingDays workingDays;
    private final Clock clock;

    public SetAdviceTarget(WorkingDays workingDays, Clock clock) {
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        execution.setVariable(
                Vars.ADVICE_REQUESTS_DUE, Moments.due(workingDays.plus(LocalDate.now(clock), TARGET_IN_WORKING_DAYS)));
    }
}
