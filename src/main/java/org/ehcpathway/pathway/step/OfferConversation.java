package org.ehcpathway.pathway.step;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.pathway.TaskTimes;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/**
 * Begins the pathway in which a family is offered a conversation after a refusal (S-15). It stands beside mediation and appeal,
 * whose time runs from the same letter, and the case ends without waiting for it.
 */
@Component("offerConversation")
public class OfferConversation implements JavaDelegate {

    private final TaskTimes times;

    public OfferConversation(TaskTimes times) {
        this.times = times;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution
                .getProcessEngineServices()
                .getRuntimeService()
                .startProcessInstanceByKey(
                        "offered-conversation",
                        execution.getProcessBusinessKey(),
                        Map.of(
                                Vars.CASE, execution.getVariable(Vars.CASE),
                                Vars.TEAM, execution.getVariable(Vars.TEAM),
                                Vars.MANAGER_TEAM, execution.getVariable(Vars.MANAGER_TEAM),
                                Vars.CONVERSATION_DUE, times.dueFromToday("userTask_offerConversation")));
    }
}
