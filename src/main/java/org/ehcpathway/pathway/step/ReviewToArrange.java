package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.ehcpathway.pathway.TaskTimes;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Gives the meeting of a review its own target: the table's working days from today, also when it has to be arranged anew. */
@Component("reviewToArrange")
public class ReviewToArrange implements ExecutionListener {

    private final TaskTimes times;

    public ReviewToArrange(TaskTimes times) {
        this.times = times;
    }

    @Override
    public void notify(DelegateExecution execution) {
        execution.setVariable(Vars.ARRANGE_DUE, times.dueFromToday("userTask_arrangeReview"));
    }
}
