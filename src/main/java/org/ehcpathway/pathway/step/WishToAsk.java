package org.ehcpathway.pathway.step;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.ehcpathway.casefile.PhaseTransfers;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.TaskTimes;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/**
 * Gives the question to the family about the next phase the council's own target, the table's working days from today; sooner where the
 * notice of amendments has to go out before, and today where it should have gone out already.
 */
@Component("wishToAsk")
public class WishToAsk implements ExecutionListener {

    private final TaskTimes times;
    private final PhaseTransfers transfers;
    private final Clock clock;

    public WishToAsk(TaskTimes times, PhaseTransfers transfers, Clock clock) {
        this.times = times;
        this.transfers = transfers;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        LocalDate target = Moments.day(times.dueFromToday("userTask_askWhichSetting"));
        LocalDate noticeBy = transfers.noticeBy((Long) execution.getVariable(Vars.EPISODE));
        LocalDate today = LocalDate.now(clock);
        LocalDate latest = noticeBy.isBefore(today) ? today : noticeBy;
        execution.setVariable(Vars.WISH_DUE, Moments.due(target.isBefore(latest) ? target : latest));
    }
}
