package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Notes that advice is late and puts its task on top of the adviser's and the caseworker's lists. The council's limits run on. */
@Component("escalateLateAdvice")
public class EscalateLateAdvice implements JavaDelegate {

    private final AdviceRegister register;
    private final CaseFiles files;
    private final Urgency urgency;

    public EscalateLateAdvice(AdviceRegister register, CaseFiles files, Urgency urgency) {
        this.register = register;
        this.files = files;
        this.urgency = urgency;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Advice advice = register.get((Long) execution.getVariable(Vars.ADVICE));
        files.note(
                (String) execution.getVariable(Vars.CASE),
                "process",
                "Advice late",
                advice.kind().title() + " advice from " + advice.adviserName() + " was due on "
                        + Moments.shown(advice.dueOn())
                        + " and has not come (ADV-02).");
        urgency.raiseInstance(execution.getProcessInstanceId(), Urgency.Limit.PASSED);
    }
}
