package org.ehcpathway.pathway.step;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.DraftSettings;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.statute.WorkingDays;
import org.springframework.stereotype.Component;

/**
 * Sets the council's own target for a draft plan: the end of week 14 after the request, or five working days from now where that
 * is near or over, as it is for a draft that is served again; never after the 20 weeks while these run. The law gives no number (PLAN-03).
 */
@Component("setDraftTarget")
public class SetDraftTarget implements ExecutionListener {

    private static final int LEAST_WORKING_DAYS = 5;

    private final CaseFiles files;
    private final DraftSettings settings;
    private final WorkingDays workingDays;
    private final Clock clock;

    public SetDraftTarget(CaseFiles files, DraftSettings settings, WorkingDays workingDays, Clock clock) {
        this.files = files;
        this.settings = settings;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        LocalDate received =
                files.get((String) execution.getVariable(Vars.CASE)).receivedOn();
        LocalDate target = workingDays.onOrAfter(received.plusWeeks(settings.targetWeek()));
        LocalDate least = workingDays.plus(LocalDate.now(clock), LEAST_WORKING_DAYS);
        LocalDate limit = Moments.day((String) execution.getVariable("plan06Due"));
        LocalDate wanted = target.isBefore(least) ? least : target;
        boolean limitFirst = wanted.isAfter(limit) && !limit.isBefore(LocalDate.now(clock));
        execution.setVariable(Vars.DRAFT_DUE, Moments.due(limitFirst ? limit : wanted));
        execution.setVariable(Vars.DRAFT_SECOND_CHECK, settings.secondCheck());
        execution.setVariable(Vars.MORE_TO_COME, false);
        execution.setVariable(Vars.MEETING_ASKED, false);
    }
}
