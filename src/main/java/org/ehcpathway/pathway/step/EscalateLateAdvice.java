package org.ehcpathway.pathway.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.AdviceExceptions;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.AdviceSettings;
import org.ehcpathway.casefile.AdviceSteps;
import org.ehcpathway.pathway.AdviceReminders;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.statute.WorkingDays;
import org.springframework.stereotype.Component;

/**
 * Notes that advice is late, puts its task on top of the adviser's and the caseworker's lists and writes to whoever answers for the
 * adviser. The council's limits run on.
 */
@Component("escalateLateAdvice")
public class EscalateLateAdvice implements JavaDelegate {

    private final AdviceRegister register;
    private final AdviceSteps steps;
    private final AdviceExceptions exceptions;
    private final AdviceReminders reminders;
    private final AdviceSettings settings;
    private final Urgency urgency;
    private final WorkingDays workingDays;
    private final Clock clock;

    public EscalateLateAdvice(
            AdviceRegister register,
            AdviceSteps steps,
            AdviceExceptions exceptions,
            AdviceReminders reminders,
            AdviceSettings settings,
            Urgency urgency,
            WorkingDays workingDays,
            Clock clock) {
        this.register = register;
        this.steps = steps;
        this.exceptions = exceptions;
        this.reminders = reminders;
        this.settings = settings;
        this.urgency = urgency;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Advice advice = register.get((Long) execution.getVariable(Vars.ADVICE));
        // Where the six weeks fall away nobody is reproached; the advice is still chased, because it is still owed.
        Optional<String> told = exceptions.isExcused(advice.id())
                ? Optional.empty()
                : reminders.escalate((String) execution.getVariable(Vars.CASE), advice);
        steps.escalated(
                advice.id(),
                told.orElse(null),
                advice.kind().title() + " advice from " + advice.adviserName() + " was due on "
                        + Moments.shown(advice.dueOn())
                        + " and has not come (ADV-02).");
        urgency.raiseInstance(execution.getProcessInstanceId(), Urgency.LATE);
        // The day it became late is over at midnight; the chase is counted from the next working day on.
        execution.setVariable(
                Vars.CHASE_DUE, Moments.due(workingDays.plus(LocalDate.now(clock), settings.chaseWithinWorkingDays())));
    }
}
