package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.ehcpathway.casefile.Enquiries;
import org.ehcpathway.pathway.Vars;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Puts an enquiry that was not answered in 5 working days on top of the lists, and gives it to the manager (S-08). */
@Component("escalateEnquiry")
public class EscalateEnquiry implements JavaDelegate {

    private final Enquiries enquiries;
    private final Urgency urgency;
    private final TaskService tasks;

    public EscalateEnquiry(Enquiries enquiries, Urgency urgency, @Lazy TaskService tasks) {
        this.enquiries = enquiries;
        this.urgency = urgency;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean first = enquiries.late((Long) execution.getVariable(Vars.ENQUIRY_ID));
        String instance = execution.getProcessInstanceId();
        urgency.raiseInstance(instance, Urgency.Limit.PASSED);
        if (!first) {
            // The manager has had it and gave it to somebody: it stays there.
            return;
        }
        for (Task open : tasks.createTaskQuery().processInstanceId(instance).list()) {
            // Whoever was named keeps sight of it through the team; the manager takes it or gives it on.
            tasks.addCandidateGroup(open.getId(), (String) execution.getVariable(Vars.MANAGER_TEAM));
            tasks.setAssignee(open.getId(), null);
        }
    }
}
