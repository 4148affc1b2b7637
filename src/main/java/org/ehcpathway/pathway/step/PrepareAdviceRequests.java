package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.AdviceState;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.Letters;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Prepares one letter L-05 for every adviser to be asked (regulation 6(1) and (3)). */
@Component("prepareAdviceRequests")
public class PrepareAdviceRequests implements JavaDelegate {

    private final AdviceRegister register;
    private final Letters letters;

    public PrepareAdviceRequests(AdviceRegister register, Letters letters) {
        this.register = register;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reference = (String) execution.getVariable(Vars.CASE);
        for (Advice advice : register.of(reference)) {
            if (advice.state() == AdviceState.TO_BE_ASKED) {
                letters.prepare(reference, LetterKind.L_05, advice.id(), "process");
            }
        }
    }
}
