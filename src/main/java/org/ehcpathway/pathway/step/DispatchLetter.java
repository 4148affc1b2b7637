package org.ehcpathway.pathway.step;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.ehcpathway.letter.Dispatched;
import org.ehcpathway.letter.LetterRecipient;
import org.ehcpathway.letter.LetterSending;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.TaskTimes;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/**
 * Sends a letter. Safe to repeat: what has gone out is not sent again. On the last of its tries email that is still not taken goes by
 * post; whatever cannot leave even then is an incident for the manager.
 */
@Component("dispatchLetter")
public class DispatchLetter implements JavaDelegate {

    private final LetterSending sending;
    private final TaskTimes times;

    public DispatchLetter(LetterSending sending, TaskTimes times) {
        this.sending = sending;
        this.times = times;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Long letter = (Long) execution.getVariable(Vars.LETTER);
        Dispatched dispatched = sending.dispatch(letter, isLastTry());
        execution.setVariable(Vars.SENDING_OUTCOME, dispatched.how().name());
        if (dispatched.how() == Dispatched.How.TO_BE_SETTLED) {
            execution.setVariable(Vars.SETTLE_DUE, times.dueFromToday("userTask_settleSending"));
        }
        if (dispatched.again() != null) {
            execution.setVariable(Vars.SEND_AGAIN_AT, Moments.at(dispatched.again()));
        }
        for (LetterRecipient recipient : sending.toFollowUp(letter)) {
            followUp(execution, letter);
            sending.followedUp(recipient);
        }
    }

    /** A pathway of its own, so that the letter's dates need not wait for the answer. */
    private void followUp(DelegateExecution execution, Long letter) {
        RuntimeService runtime = execution.getProcessEngineServices().getRuntimeService();
        runtime.startProcessInstanceByKey(
                "contact-check",
                execution.getProcessBusinessKey(),
                Map.of(
                        Vars.CASE, execution.getVariable(Vars.CASE),
                        Vars.TEAM, execution.getVariable(Vars.TEAM),
                        Vars.LETTER, letter,
                        Vars.CONTACT_CHECK_DUE, times.dueFromToday("userTask_checkContact")));
    }

    /** The first try of a job says nothing of how many are left. */
    private static boolean isLastTry() {
        JobEntity job = Context.getCommandContext() == null
                ? null
                : Context.getCommandContext().getCurrentJob();
        return job != null && job.getExceptionMessage() != null && job.getRetries() <= 1;
    }
}
