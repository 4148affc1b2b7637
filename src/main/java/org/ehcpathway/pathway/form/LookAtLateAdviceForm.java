package org.ehcpathway.pathway.form;

import java.util.Map;
import org.ehcpathway.casefile.AdviceSteps;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.EhcCase;
import org.ehcpathway.casefile.Stage;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** Records what follows from advice that came after its case had gone on (regulation 7). */
@Component
class LookAtLateAdviceForm implements CaseForm {

    private enum Follows {
        FOR_DECISION("Whoever decides on the plan sees it."),
        FOR_PLAN("The plan is written with it."),
        NOTHING("It changes nothing."),
        FOR_REVIEW("It is kept for the next review.");

        private final String words;

        Follows(String words) {
            this.words = words;
        }
    }

    private final AdviceSteps steps;
    private final CaseFiles files;

    LookAtLateAdviceForm(AdviceSteps steps, CaseFiles files) {
        this.steps = steps;
        this.files = files;
    }

    @Override
    public String id() {
        return "look-at-late-advice";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        Follows follows = entry.requiredChoice("whatFollows", "What follows from it", Follows.class);
        String why = entry.requiredText("why", "Why");
        EhcCase c = files.get(entry.reference());
        if (follows == Follows.FOR_DECISION && c.stage() != Stage.PANEL && c.stage() != Stage.DECISION) {
            throw new Refusal("The decision on the plan has been made. Say what follows from the advice now.");
        }
        if (follows == Follows.FOR_PLAN && !c.isInAssessment()) {
            throw new Refusal("No plan is being written any more. Keep the advice for the next review.");
        }
        if (follows == Follows.FOR_REVIEW && c.stage() == Stage.NO_PLAN) {
            throw new Refusal("There is no plan, so there will be no review. Say what else follows from the advice.");
        }
        steps.lookedAt(entry.idVariable(Vars.ADVICE), follows.words + " " + why, entry.user());
        return Map.of();
    }
}
