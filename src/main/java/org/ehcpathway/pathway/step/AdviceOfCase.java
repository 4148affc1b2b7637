package org.ehcpathway.pathway.step;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.AdviceState;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** The pieces of advice of a case that are still to be asked for: one instance of {@code advice-request} each. */
@Component("adviceOfCase")
public class AdviceOfCase {

    private final AdviceRegister register;

    public AdviceOfCase(AdviceRegister register) {
        this.register = register;
    }

    public List<Long> ids(DelegateExecution execution) {
        return register.of((String) execution.getVariable(Vars.CASE)).stream()
                .filter(advice -> advice.state() == AdviceState.TO_BE_ASKED)
                .map(Advice::id)
                .toList();
    }
}
