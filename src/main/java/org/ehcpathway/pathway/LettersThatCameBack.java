package org.ehcpathway.pathway;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.letter.AfterSending;
import org.ehcpathway.letter.AfterSending.CameBack;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks a caseworker about every letter that came back after it had been sent, with the task that also asks why email failed. */
@Component
public class LettersThatCameBack {

    private final AfterSending after;
    private final CaseFiles files;
    private final RuntimeService runtime;
    private final AsNobody asNobody;
    private final TaskTimes times;

    LettersThatCameBack(
            AfterSending after, CaseFiles files, @Lazy RuntimeService runtime, AsNobody asNobody, TaskTimes times) {
        this.after = after;
        this.files = files;
        this.runtime = runtime;
        this.asNobody = asNobody;
        this.times = times;
    }

    /** Begins the tasks that have not begun yet. */
    public void follow() {
        for (CameBack letter : after.toLookAt()) {
            after.look(letter.letterId(), recipient -> ask(letter));
        }
    }

    private void ask(CameBack letter) {
        Map<String, Object> variables = Map.of(
                Vars.CASE, letter.caseReference(),
                Vars.TEAM, files.get(letter.caseReference()).team(),
                Vars.LETTER, letter.letterId(),
                Vars.CONTACT_CHECK_DUE, times.dueFromToday("userTask_checkContact"));
        asNobody.ask(() -> runtime.startProcessInstanceByKey("contact-check", letter.caseReference(), variables));
    }
}
