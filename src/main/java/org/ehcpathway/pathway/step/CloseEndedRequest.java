package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.pathway.EndedRequests;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Withdraws what is under way in the file and closes the case, after everything else in its process has stopped. */
@Component("closeEndedRequest")
public class CloseEndedRequest implements JavaDelegate {

    private final EndedRequests requests;

    public CloseEndedRequest(EndedRequests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        requests.close((Long) execution.getVariable(Vars.ENDING));
    }
}
