package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.letter.Letters;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Sends a letter. Safe to repeat: what has gone out is not sent again. */
@Component("dispatchLetter")
public class DispatchLetter implements JavaDelegate {

    private final Letters letters;

    public DispatchLetter(Letters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.dispatch((Long) execution.getVariable(Vars.LETTER));
    }
}
