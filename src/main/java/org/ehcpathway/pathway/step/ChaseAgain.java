package org.ehcpathway.pathway.step;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.casefile.AdviceSettings;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.statute.WorkingDays;
import org.springframework.stereotype.Component;

/** Whether late advice is chased once more: as long as its case is open. A closed case still takes it in. */
@Component("chaseAgain")
public class ChaseAgain implements JavaDelegate {

    private final CaseFiles files;
    private final AdviceSettings settings;
    private final WorkingDays workingDays;
    private final Clock clock;

    public ChaseAgain(CaseFiles files, AdviceSettings settings, WorkingDays workingDays, Clock clock) {
        this.files = files;
        this.settings = settings;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                Vars.CHASE_ON,
                files.get((String) execution.getVariable(Vars.CASE)).isInAssessment());
        execution.setVariable(
                Vars.CHASE_DUE, Moments.due(workingDays.plus(LocalDate.now(clock), settings.chaseWithinWorkingDays())));
    }
}
