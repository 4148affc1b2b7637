package org.ehcpathway.pathway.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.statute.WorkingDays;
import org.springframework.stereotype.Component;

/**
 * Begins the pathway in which a family is offered a conversation after a refusal (S-15). It stands beside mediation and appeal,
 * whose time runs from the same letter, and the case ends without waiting for it.
 */
@Component("offerConversation")
public class OfferConversation implements JavaDelegate {

    private static final int OFFER_WITHIN_WORKING_DAYS = 2;

    private final WorkingDays workingDays;
    private final Clock clock;

    public OfferConversation(WorkingDays workingDays, Clock clock) {
        this.workingDays = workingDays;
        this.clock = clock;
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
                                Vars.CONVERSATION_DUE,
                                        Moments.due(
                                                workingDays.plus(LocalDate.now(clock), OFFER_WITHIN_WORKING_DAYS))));
    }
}
