package org.ehcpathway.pathway.step;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Notes what has not come when a case goes on: late advice is no reason to be late oneself (PLAN-01). */
@Component("goOnWithoutAdvice")
public class GoOnWithoutAdvice implements JavaDelegate {

    private final AdviceRegister register;
    private final CaseFiles files;

    public GoOnWithoutAdvice(AdviceRegister register, CaseFiles files) {
        this.register = register;
        this.files = files;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reference = (String) execution.getVariable(Vars.CASE);
        files.note(
                reference,
                "process",
                "Goes on without advice",
                "The decision of PLAN-01 cannot wait longer. Not answered yet: "
                        + register.of(reference).stream()
                                .filter(advice -> advice.state().isAwaited())
                                .map(advice -> advice.kind().title() + " from " + advice.adviserName())
                                .collect(Collectors.joining("; "))
                        + ". It is still taken in when it comes.");
    }
}
