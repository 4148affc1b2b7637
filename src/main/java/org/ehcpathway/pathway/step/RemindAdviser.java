package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.AdviceSteps;
import org.ehcpathway.pathway.AdviceReminders;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Reminds an adviser before the advice is due. */
@Component("remindAdviser")
public class RemindAdviser implements JavaDelegate {

    private final AdviceRegister register;
    private final AdviceSteps steps;
    private final AdviceReminders reminders;
    private final Urgency urgency;

    public RemindAdviser(AdviceRegister register, AdviceSteps steps, AdviceReminders reminders, Urgency urgency) {
        this.register = register;
        this.steps = steps;
        this.reminders = reminders;
        this.urgency = urgency;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Advice advice = register.get((Long) execution.getVariable(Vars.ADVICE));
        String who = reminders
                .remind((String) execution.getVariable(Vars.CASE), advice)
                .orElse(null);
        steps.reminded(advice.id(), who);
        urgency.raiseInstance(execution.getProcessInstanceId(), Urgency.NEAR);
    }
}
