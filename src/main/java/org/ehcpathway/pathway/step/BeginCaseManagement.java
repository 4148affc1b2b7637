package org.ehcpathway.pathway.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.statute.WorkingDays;
import org.springframework.stereotype.Component;

/** Begins the pathway in which a case manager is named and introduced (S-03), beside the one that gathers the advice. */
@Component("beginCaseManagement")
public class BeginCaseManagement implements JavaDelegate {

    private static final int NAME_WITHIN_WORKING_DAYS = 2;

    private final CaseFiles files;
    private final WorkingDays workingDays;
    private final Clock clock;

    public BeginCaseManagement(CaseFiles files, WorkingDays workingDays, Clock clock) {
        this.files = files;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reference = (String) execution.getVariable(Vars.CASE);
        if (files.get(reference).caseManager() != null) {
            // Whoever holds the case was introduced before a refusal that is changed now.
            return;
        }
        execution
                .getProcessEngineServices()
                .getRuntimeService()
                .startProcessInstanceByKey(
                        "case-management",
                        execution.getProcessBusinessKey(),
                        Map.of(
                                Vars.CASE, reference,
                                Vars.TEAM, execution.getVariable(Vars.TEAM),
                                Vars.MANAGER_TEAM, execution.getVariable(Vars.MANAGER_TEAM),
                                Vars.CASE_MANAGER_DUE,
                                        Moments.due(workingDays.plus(LocalDate.now(clock), NAME_WITHIN_WORKING_DAYS))));
    }
}
