package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.letter.LetterSending;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Makes the PDF of a signed letter for everybody it goes to. */
@Component("renderLetter")
public class RenderLetter implements JavaDelegate {

    private final LetterSending sending;

    public RenderLetter(LetterSending sending) {
        this.sending = sending;
    }

    @Override
    public void execute(DelegateExecution execution) {
        sending.render((Long) execution.getVariable(Vars.LETTER));
    }
}
