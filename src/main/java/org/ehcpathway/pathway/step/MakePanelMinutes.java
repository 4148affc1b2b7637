package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.letter.PanelDocuments;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Makes the minutes of a sitting from what was recorded at it. */
@Component("makePanelMinutes")
public class MakePanelMinutes implements JavaDelegate {

    private final PanelDocuments documents;

    public MakePanelMinutes(PanelDocuments documents) {
        this.documents = documents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        documents.makeMinutes((String) execution.getVariable(Vars.SITTING));
    }
}
