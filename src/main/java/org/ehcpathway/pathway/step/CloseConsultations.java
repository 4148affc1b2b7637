package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.casefile.SettingConsultations;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterWithdrawing;
import org.ehcpathway.pathway.NamingWindow;
import org.ehcpathway.pathway.Vars;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Ends what still waits for settings: the plan is final, and a reply changes nothing in it any more. */
@Component("closeConsultations")
public class CloseConsultations implements JavaDelegate {

    private final SettingConsultations consultations;
    private final LetterWithdrawing letters;
    private final NamingWindow window;
    private final RuntimeService runtime;

    public CloseConsultations(
            SettingConsultations consultations,
            LetterWithdrawing letters,
            NamingWindow window,
            @Lazy RuntimeService runtime) {
        this.window = window;
        this.consultations = consultations;
        this.letters = letters;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reference = (String) execution.getVariable(Vars.CASE);
        if (window.isTransferWaiting(reference)) {
            // What this plan names now leaves open what the next phase needs: its consultations go on.
            return;
        }
        consultations.close(reference);
        // The plan is final whatever became of a consultation, so nobody has to find it out first.
        letters.withdrawUnsentOrInDoubt(reference, kind -> kind == LetterKind.L_09, "The plan is final.", "process");
        runtime.createMessageCorrelation(Vars.MESSAGE_PLAN_IS_FINAL)
                .processInstanceBusinessKey(reference)
                .correlateAll();
    }
}
