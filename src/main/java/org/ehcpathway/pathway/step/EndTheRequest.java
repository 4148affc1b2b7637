package org.ehcpathway.pathway.step;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.casefile.EndingGround;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.pathway.EndedRequests;
import org.ehcpathway.pathway.TaskTimes;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Ends the request as it was decided, and prepares the letter that confirms it where a letter is in place. */
@Component("endTheRequest")
public class EndTheRequest implements JavaDelegate {

    private final EndedRequests requests;
    private final TaskTimes times;

    public EndTheRequest(EndedRequests requests, TaskTimes times) {
        this.requests = requests;
        this.times = times;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long ending = (Long) execution.getVariable(Vars.ENDING);
        requests.end(ending, execution.getProcessInstanceId());
        EndingGround ground = EndingGround.valueOf((String) execution.getVariable(Vars.END_GROUND));
        Optional<Letter> letter =
                switch (ground) {
                    case WITHDRAWN, MOVED_AWAY, TURNED_25 -> requests.prepareClosingLetter(ending);
                    case DIED, LINKED -> Optional.empty();
                };
        execution.setVariable(Vars.CLOSING_LETTER, letter.isPresent());
        letter.ifPresent(prepared -> execution.setVariable(Vars.LETTER, prepared.id()));
        execution.setVariable("tellFamilyDue", times.dueFromToday("userTask_writeInPerson"));
    }
}
