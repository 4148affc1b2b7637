package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.ehcpathway.casefile.PanelAgenda;
import org.ehcpathway.casefile.PanelQuestion;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Takes a case off the panel's lists when it stops waiting without an answer, because it was withdrawn or ended otherwise. */
@Component("leavePanel")
public class LeavePanel implements ExecutionListener {

    private final PanelAgenda agenda;

    public LeavePanel(PanelAgenda agenda) {
        this.agenda = agenda;
    }

    @Override
    public void notify(DelegateExecution execution) {
        agenda.withdraw((String) execution.getVariable(Vars.CASE), PanelQuestion.valueOf((String)
                execution.getVariable(Vars.PANEL_QUESTION)));
    }
}
