package org.ehcpathway.pathway.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.casefile.EndingGround;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.pathway.EndedRequests;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.statute.WorkingDays;
import org.springframework.stereotype.Component;

/** Ends the request as it was decided, and prepares the letter that confirms it where a letter is in place. */
@Component("endTheRequest")
public class EndTheRequest implements JavaDelegate {

    /** The family is not left in silence (S-04); a death is answered by a person just as soon. */
    private static final int TELL_WITHIN_WORKING_DAYS = 1;

    private final EndedRequests requests;
    private final WorkingDays workingDays;
    private final Clock clock;

    public EndTheRequest(EndedRequests requests, WorkingDays workingDays, Clock clock) {
        this.requests = requests;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long ending = (Long) execution.getVariable(Vars.ENDING);
        requests.end(ending, execution.getProcessInstanceId());
        EndingGround ground = EndingGround.valueOf((String) execution.getVariable(Vars.END_GROUND));
        Optional<Letter> letter = ground == EndingGround.WITHDRAWN || ground == EndingGround.MOVED_AWAY
                ? requests.prepareClosingLetter(ending)
                : Optional.empty();
        execution.setVariable(Vars.CLOSING_LETTER, letter.isPresent());
        letter.ifPresent(prepared -> execution.setVariable(Vars.LETTER, prepared.id()));
        execution.setVariable(
                "tellFamilyDue", Moments.due(workingDays.plus(LocalDate.now(clock), TELL_WITHIN_WORKING_DAYS)));
    }
}
