package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.AdviceState;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterPreparation;
import org.ehcpathway.pathway.HandlingOfLetters;
import org.ehcpathway.pathway.HandlingOfLetters.Handling;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Prepares one letter L-05 for every adviser to be asked (regulation 6(1) and (3)). */
@Component("prepareAdviceRequests")
public class PrepareAdviceRequests implements JavaDelegate {

    private final AdviceRegister register;
    private final LetterPreparation preparation;
    private final HandlingOfLetters table;

    public PrepareAdviceRequests(AdviceRegister register, LetterPreparation preparation, HandlingOfLetters table) {
        this.register = register;
        this.preparation = preparation;
        this.table = table;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reference = (String) execution.getVariable(Vars.CASE);
        Handling handling = table.of(LetterKind.L_05);
        for (Advice advice : register.of(reference)) {
            if (advice.state() == AdviceState.TO_BE_ASKED) {
                Letter letter = preparation.prepare(reference, LetterKind.L_05, advice.id(), "process");
                preparation.handle(letter.id(), handling.onlyByPost(), handling.secondCheck());
            }
        }
        execution.setVariable(
                Vars.SIGNER_GROUP, execution.getVariable(handling.byManager() ? Vars.MANAGER_TEAM : Vars.TEAM));
    }
}
