package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.casefile.PanelAgenda;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Records that the manager decides without the panel, because no sitting comes in time for the legal date. */
@Component("leaveToManager")
public class LeaveToManager implements JavaDelegate {

    private final PanelAgenda agenda;

    public LeaveToManager(PanelAgenda agenda) {
        this.agenda = agenda;
    }

    @Override
    public void execute(DelegateExecution execution) {
        agenda.toManager(
                (Long) execution.getVariable(Vars.PANEL_ITEM), "No sitting of the panel reaches this case in time.");
    }
}
