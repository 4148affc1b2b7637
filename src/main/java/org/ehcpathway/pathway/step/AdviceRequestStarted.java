package org.ehcpathway.pathway.step;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterPreparation;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.statute.Timescales;
import org.ehcpathway.statute.WorkingDays;
import org.springframework.stereotype.Component;

/** Tells the instance of one advice request who is asked, and which letter, already signed, asks them. */
@Component("adviceRequestStarted")
public class AdviceRequestStarted implements ExecutionListener {

    private final AdviceRegister register;
    private final LetterPreparation preparation;
    private final Timescales timescales;
    private final WorkingDays workingDays;
    private final Clock clock;

    public AdviceRequestStarted(
            AdviceRegister register,
            LetterPreparation preparation,
            Timescales timescales,
            WorkingDays workingDays,
            Clock clock) {
        this.register = register;
        this.preparation = preparation;
        this.timescales = timescales;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        Advice advice = register.get((Long) execution.getVariable(Vars.ADVICE));
        String reference = (String) execution.getVariable(Vars.CASE);
        execution.setVariable(Vars.ADVISER_GROUP, advice.adviserGroup());
        execution.setVariable("adviceTitle", advice.kind().title());
        execution.setVariable(
                Vars.LETTER,
                preparation
                        .prepare(reference, LetterKind.L_05, advice.id(), "process")
                        .id());
        // A letter that is not signed yet, because the adviser was added later, is signed within the council's own
        // target.
        execution.setVariable(
                Vars.ADVICE_REQUESTS_DUE,
                Moments.due(workingDays.plus(LocalDate.now(clock), SetAdviceTarget.TARGET_IN_WORKING_DAYS)));
        // Until the letter is served, the date as if it arrived today; recordService puts the true one.
        execution.setVariable(
                Vars.ADVICE_DUE,
                Moments.due(timescales.due("ADV-02", LocalDate.now(clock)).due()));
    }
}
