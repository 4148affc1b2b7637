package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.letter.PanelDocuments;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Makes the papers of every member who sits and opens them to the members. Safe to repeat: equal papers are kept once. */
@Component("sendPanelPapers")
public class SendPanelPapers implements JavaDelegate {

    private final PanelDocuments documents;

    public SendPanelPapers(PanelDocuments documents) {
        this.documents = documents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        documents.sendPapers((String) execution.getVariable(Vars.SITTING));
    }
}
