package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.letter.Letters;
import org.ehcpathway.letter.Served;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Records the service of a letter, and what follows from it in law: duties met, windows opened. */
@Component("recordService")
public class RecordService implements JavaDelegate {

    private final Letters letters;
    private final EffectsOfService effects;

    public RecordService(Letters letters, EffectsOfService effects) {
        this.letters = letters;
        this.effects = effects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Long id = (Long) execution.getVariable(Vars.LETTER);
        Served served = letters.recordService(id);
        execution.setVariable(Vars.LETTER_SENT_ON, served.sentOn().toString());
        execution.setVariable(Vars.LETTER_SERVED_ON, served.servedOn().toString());
        if (letters.resends(id).isPresent()) {
            // Duties were met and time began to run with the first letter; a second copy takes nothing away from it.
            return;
        }
        execution.setVariables(effects.of((String) execution.getVariable(Vars.CASE), letters.get(id), served));
    }
}
