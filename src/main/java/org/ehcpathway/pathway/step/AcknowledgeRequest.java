package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.pathway.LettersFromTheCase;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Begins the acknowledgement O-01 of a request on the day it is logged (S-01), beside the case and never in its way. */
@Component("acknowledgeRequest")
public class AcknowledgeRequest implements JavaDelegate {

    private final LettersFromTheCase letters;

    public AcknowledgeRequest(LettersFromTheCase letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.acknowledge((String) execution.getVariable(Vars.CASE));
    }
}
