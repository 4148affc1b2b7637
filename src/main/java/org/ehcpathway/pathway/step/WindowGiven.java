package org.ehcpathway.pathway.step;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.ehcpathway.casefile.Deadlines;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Records that the family had its 15 days: the council's duty of PLAN-04 is to give them, and it is met when they have run. */
@Component("windowGiven")
public class WindowGiven implements ExecutionListener {

    private final Deadlines deadlines;

    public WindowGiven(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void notify(DelegateExecution execution) {
        // A case that ends before its 15 days are over has not given them.
        if (execution.isCanceled()) {
            return;
        }
        LocalDate lastDay = Moments.day((String) execution.getVariable(Vars.WINDOW_LAST_DAY));
        deadlines.meet(
                (String) execution.getVariable(Vars.CASE), "PLAN-04", lastDay, "process", "The 15 days were given");
    }
}
