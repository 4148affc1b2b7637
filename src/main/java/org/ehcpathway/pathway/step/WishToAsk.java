package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.ehcpathway.pathway.TaskTimes;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Gives the question to the family about the next phase the council's own target: the table's working days from today. */
@Component("wishToAsk")
public class WishToAsk implements ExecutionListener {

    private final TaskTimes times;

    public WishToAsk(TaskTimes times) {
        this.times = times;
    }

    @Override
    public void notify(DelegateExecution execution) {
        execution.setVariable(Vars.WISH_DUE, times.dueFromToday("userTask_askWhichSetting"));
    }
}
