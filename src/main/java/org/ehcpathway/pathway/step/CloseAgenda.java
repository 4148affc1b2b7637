package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.casefile.PanelFiles;
import org.ehcpathway.pathway.PanelMeetings;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Closes the agenda of a sitting; a sitting without a case is not needed. */
@Component("closeAgenda")
public class CloseAgenda implements JavaDelegate {

    private final PanelMeetings meetings;
    private final PanelFiles files;

    public CloseAgenda(PanelMeetings meetings, PanelFiles files) {
        this.meetings = meetings;
        this.files = files;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String sitting = (String) execution.getVariable(Vars.SITTING);
        meetings.closeAgenda(sitting);
        boolean cases = !files.read(sitting).entries().isEmpty();
        if (!cases) {
            meetings.notNeeded(sitting);
        }
        execution.setVariable(Vars.PANEL_HAS_CASES, cases);
    }
}
