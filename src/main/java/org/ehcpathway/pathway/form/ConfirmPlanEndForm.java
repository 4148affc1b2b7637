package org.ehcpathway.pathway.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/**
 * The human look before a plan ends: not while an appeal can still be made or is not finally determined (section 45(4), CEA-03,
 *
 */
@Component
class ConfirmPlanEndForm implements CaseForm {

    private enum Verdict {
        END,
        GOES_ON
    }

    private final CaseFiles files;
    private final Clock clock;

    ConfirmPlanEndForm(CaseFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "confirm-plan-end";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        entry.onlyFor("A manager confirms that a plan ends.", Roles.MANAGERS);
        Verdict verdict = entry.requiredChoice("verdict", "The plan", Verdict.class);
        String checked = entry.requiredText("checked", "What was checked");
        LocalDate again = entry.date("lookAgainOn", "Look again on");
        EpisodeForms.episode(entry);
        if (verdict == Verdict.END) {
            files.note(entry.reference(), entry.user(), "Checked before the plan ends", checked);
            return Map.of(Vars.PLAN_ENDS, true);
        }
        if (again == null || !again.isAfter(LocalDate.now(clock))) {
            throw new Refusal("Give a day to come on which to look again.");
        }
        files.note(entry.reference(), entry.user(), "The plan is maintained for now", checked);
        Map<String, Object> variables = new HashMap<>();
        variables.put(Vars.PLAN_ENDS, false);
        variables.put(Vars.CEASE_HOLD_OVER_AT, Moments.warning(again));
        return variables;
    }
}
