package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Gives the task of an enquiry to whoever was named to deal with it (S-08). */
@Component("nameEnquiryOwner")
public class NameEnquiryOwner implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        task.setAssignee((String) task.getVariable(Vars.ENQUIRY_OWNER));
    }
}
