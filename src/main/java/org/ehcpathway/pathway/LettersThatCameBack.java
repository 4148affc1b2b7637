package org.ehcpathway.pathway;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.letter.AfterSending;
import org.ehcpathway.letter.AfterSending.CameBack;
import org.ehcpathway.statute.WorkingDays;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks a caseworker about every letter that came back after it had been sent, with the task that also asks why email failed. */
@Component
public class LettersThatCameBack {

    /** The service answers within 5 working days (S-08); a family that was not reached deserves no slower a look. */
    private static final int CHECK_WITHIN_WORKING_DAYS = 5;

    private final AfterSending after;
    private final CaseFiles files;
    private final RuntimeService runtime;
    private final AsNobody asNobody;
    private final WorkingDays workingDays;
    private final Clock clock;

    LettersThatCameBack(
            AfterSending after,
            CaseFiles files,
            @Lazy RuntimeService runtime,
            AsNobody asNobody,
            WorkingDays workingDays,
            Clock clock) {
        this.after = after;
        this.files = files;
        this.runtime = runtime;
        this.asNobody = asNobody;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** Begins the tasks that have not begun yet. */
    public void follow() {
        for (CameBack letter : after.toLookAt()) {
            after.look(letter.letterId(), recipient -> ask(letter));
        }
    }

    private void ask(CameBack letter) {
        LocalDate due = workingDays.plus(LocalDate.now(clock), CHECK_WITHIN_WORKING_DAYS);
        Map<String, Object> variables = Map.of(
                Vars.CASE, letter.caseReference(),
                Vars.TEAM, files.get(letter.caseReference()).team(),
                Vars.LETTER, letter.letterId(),
                Vars.CONTACT_CHECK_DUE, Moments.due(due));
        asNobody.ask(() -> runtime.startProcessInstanceByKey("contact-check", letter.caseReference(), variables));
    }
}
