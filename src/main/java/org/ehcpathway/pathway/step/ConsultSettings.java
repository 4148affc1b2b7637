package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.pathway.RequestsForSettings;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Begins the consultation of every setting that is to be consulted. */
@Component("consultSettings")
public class ConsultSettings implements JavaDelegate {

    private final RequestsForSettings requests;

    public ConsultSettings(RequestsForSettings requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        requests.begin(
                (String) execution.getVariable(Vars.CASE),
                execution.getVariable(Vars.TEAM),
                execution.getVariable(Vars.MANAGER_TEAM));
    }
}
