package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.letter.LetterReading;
import org.ehcpathway.letter.LetterSending;
import org.ehcpathway.letter.Served;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Records the service of a letter, and what follows from it in law: duties met, windows opened. */
@Component("recordService")
public class RecordService implements JavaDelegate {

    private final LetterSending sending;
    private final LetterReading reading;
    private final EffectsOfService effects;
    private final EffectsOfReviewLetters life;

    public RecordService(
            LetterSending sending, LetterReading reading, EffectsOfService effects, EffectsOfReviewLetters life) {
        this.life = life;
        this.sending = sending;
        this.reading = reading;
        this.effects = effects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Long id = (Long) execution.getVariable(Vars.LETTER);
        Served served = sending.recordService(id);
        execution.setVariable(Vars.LETTER_SENT_ON, served.sentOn().toString());
        execution.setVariable(Vars.LETTER_SERVED_ON, served.servedOn().toString());
        if (reading.resends(id).isPresent()) {
            // Duties were met and time began to run with the first letter; a second copy takes nothing away from it.
            return;
        }
        String reference = (String) execution.getVariable(Vars.CASE);
        Long episode = (Long) execution.getVariable(Vars.EPISODE);
        execution.setVariables(
                episode == null
                        ? effects.of(reference, reading.get(id), served)
                        : life.of(reference, episode, reading.get(id), served));
    }
}
