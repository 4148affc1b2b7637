package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.PanelAgenda;
import org.ehcpathway.casefile.PanelQuestion;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** What the table panel-referral asks of a request. */
@Component("factsForReferral")
public class FactsForReferral implements ExecutionListener {

    private final CaseFiles files;
    private final PanelAgenda agenda;

    public FactsForReferral(CaseFiles files, PanelAgenda agenda) {
        this.files = files;
        this.agenda = agenda;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String reference = (String) execution.getVariable(Vars.CASE);
        execution.setVariable(Vars.PANEL_IN_TIME, agenda.canBeReached(reference, PanelQuestion.ASSESS));
        execution.setVariable(Vars.ATTENDS_SETTING, files.get(reference).settingId() != null);
        if (execution.getVariable(Vars.CASEWORKERS_VIEW) == null) {
            execution.setVariable(Vars.CASEWORKERS_VIEW, "NOT_GIVEN");
        }
    }
}
