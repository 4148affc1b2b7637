package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterPreparation;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.letter.LetterSigning;
import org.ehcpathway.letter.LetterState;
import org.ehcpathway.pathway.HandlingOfLetters;
import org.ehcpathway.pathway.HandlingOfLetters.Handling;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Prepares the letter the diagram asks for, or takes up the one that was prepared and signed before. */
@Component("prepareLetter")
public class PrepareLetter implements JavaDelegate {

    private final LetterPreparation preparation;
    private final LetterSigning signing;
    private final LetterReading reading;
    private final LetterEnclosures enclosures;
    private final HandlingOfLetters table;

    public PrepareLetter(
            LetterPreparation preparation,
            LetterSigning signing,
            LetterReading reading,
            LetterEnclosures enclosures,
            HandlingOfLetters table) {
        this.preparation = preparation;
        this.signing = signing;
        this.reading = reading;
        this.enclosures = enclosures;
        this.table = table;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Letter letter = letterOf(execution);
        enclosures.of((String) execution.getVariable(Vars.CASE), letter);
        Handling handling = table.of(letter.kind());
        preparation.handle(letter.id(), handling.onlyByPost(), handling.secondCheck());
        execution.setVariable(Vars.LETTER, letter.id());
        execution.setVariable(Vars.LETTER_WITHDRAWN, false);
        execution.setVariable(
                Vars.SIGNER_GROUP, execution.getVariable(handling.byManager() ? Vars.MANAGER_TEAM : Vars.TEAM));
        execution.setVariable(
                Vars.LETTER_SIGNED,
                letter.state() != LetterState.PREPARED && !signing.waitsForSecondCheck(letter.id()));
    }

    private Letter letterOf(DelegateExecution execution) {
        Long known = (Long) execution.getVariable(Vars.LETTER);
        if (known != null) {
            return reading.get(known);
        }
        return preparation.prepare(
                (String) execution.getVariable(Vars.CASE),
                LetterKind.of((String) execution.getVariable(Vars.LETTER_KIND)),
                (Long) execution.getVariable(Vars.LETTER_ABOUT),
                "process");
    }
}
