package org.ehcpathway.pathway.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.SamePerson;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.statute.WorkingDays;
import org.springframework.stereotype.Component;

/**
 * Looks for an open case of the same person. A caseworker compares the two in a pathway of its own, so that no clock and no task of
 * the new request waits for the answer.
 */
@Component("lookForSamePerson")
public class LookForSamePerson implements JavaDelegate {

    private static final int COMPARE_WITHIN_WORKING_DAYS = 1;

    private final SamePerson samePerson;
    private final CaseFiles files;
    private final WorkingDays workingDays;
    private final Clock clock;

    public LookForSamePerson(SamePerson samePerson, CaseFiles files, WorkingDays workingDays, Clock clock) {
        this.samePerson = samePerson;
        this.files = files;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reference = (String) execution.getVariable(Vars.CASE);
        List<String> open = samePerson.openCases(reference);
        if (open.isEmpty()) {
            return;
        }
        files.note(
                reference,
                "process",
                "May be a second request",
                "The person may be the one of " + String.join(", ", open) + ". A caseworker compares them.");
        execution
                .getProcessEngineServices()
                .getRuntimeService()
                .startProcessInstanceByKey(
                        "duplicate-check",
                        execution.getProcessBusinessKey(),
                        Map.of(
                                Vars.CASE,
                                reference,
                                Vars.TEAM,
                                execution.getVariable(Vars.TEAM),
                                Vars.MANAGER_TEAM,
                                execution.getVariable(Vars.MANAGER_TEAM),
                                Vars.DUPLICATE_OF,
                                String.join(" ", open),
                                "compareDue",
                                Moments.due(workingDays.plus(LocalDate.now(clock), COMPARE_WITHIN_WORKING_DAYS))));
    }
}
