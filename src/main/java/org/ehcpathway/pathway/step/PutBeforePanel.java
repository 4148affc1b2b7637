package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.casefile.PanelAgenda;
import org.ehcpathway.casefile.PanelItem;
import org.ehcpathway.casefile.PanelQuestion;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Puts a case on the panel's waiting list (S-14), and tells the diagram until when it can wait. */
@Component("putBeforePanel")
public class PutBeforePanel implements JavaDelegate {

    private final PanelAgenda agenda;

    public PutBeforePanel(PanelAgenda agenda) {
        this.agenda = agenda;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PanelQuestion question = PanelQuestion.valueOf((String) execution.getVariable(Vars.PANEL_QUESTION));
        PanelItem item = agenda.putBefore((String) execution.getVariable(Vars.CASE), question);
        execution.setVariable(Vars.PANEL_ITEM, item.id());
        execution.setVariable(Vars.PANEL_REACHABLE, agenda.canBeReached(item));
        execution.setVariable(Vars.PANEL_GIVES_UP_AT, Moments.warning(item.toManagerOn()));
    }
}
