package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.pathway.EndedRequests;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Ends a second request for the same person; the earlier case goes on with its own dates. */
@Component("joinCases")
public class JoinCases implements JavaDelegate {

    private final EndedRequests requests;

    public JoinCases(EndedRequests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        requests.end((Long) execution.getVariable(Vars.ENDING), execution.getProcessInstanceId());
    }
}
