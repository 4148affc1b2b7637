package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.ehcpathway.casefile.Consultations;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/**
 * Sets the day by which a letter that consults the family is to be sent: the council's own target, because its time to answer
 * runs inside the six weeks (REQ-01, REQ-02).
 */
@Component("consultationDue")
public class ConsultationDue implements ExecutionListener {

    private final Consultations consultations;

    public ConsultationDue(Consultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public void notify(DelegateExecution execution) {
        execution.setVariable(Vars.CONSULT_DUE, Moments.due(consultations.letterDue()));
    }
}
