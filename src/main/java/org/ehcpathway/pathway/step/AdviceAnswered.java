package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.pathway.AdviceRequests;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Tells the case of an answer: that it was the last one it waited for, or that it came after the case had gone on. */
@Component("adviceAnswered")
public class AdviceAnswered implements JavaDelegate {

    private final AdviceRegister register;
    private final AdviceRequests requests;

    public AdviceAnswered(AdviceRegister register, AdviceRequests requests) {
        this.register = register;
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        requests.answered(
                (String) execution.getVariable(Vars.CASE), register.get((Long) execution.getVariable(Vars.ADVICE)));
    }
}
