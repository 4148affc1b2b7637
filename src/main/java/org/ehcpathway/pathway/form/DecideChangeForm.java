package org.ehcpathway.pathway.form;

import java.util.Map;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.pathway.TaskTimes;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.security.Roles;
import org.springframework.stereotype.Component;

/** The decision whether a plan is changed outside a review or re-assessment (regulation 28). */
@Component
class DecideChangeForm implements CaseForm {

    private enum Verdict {
        AMEND,
        LEAVE
    }

    private final CaseFiles files;
    private final Plans plans;
    private final TaskTimes times;

    DecideChangeForm(CaseFiles files, Plans plans, TaskTimes times) {
        this.files = files;
        this.plans = plans;
        this.times = times;
    }

    @Override
    public String id() {
        return "decide-change";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        entry.onlyFor("Whether a plan is changed is decided by a manager.", Roles.MANAGERS);
        Verdict verdict = entry.requiredChoice("verdict", "The decision", Verdict.class);
        String reasons = entry.requiredText("reasons", "Reasons");
        long episode = EpisodeForms.episode(entry);
        if (verdict == Verdict.LEAVE) {
            files.note(entry.reference(), entry.user(), "Decided: the plan is not changed", reasons);
            return Map.of(Vars.CHANGE_PLAN, false);
        }
        files.decide(
                entry.reference(),
                episode,
                DecisionKind.AMEND_PLAN,
                "SEND Regulations 2014 reg 28: to propose amendments outside a review",
                reasons,
                null,
                Map.of(),
                entry.user());
        plans.proposeAmendments(entry.reference());
        return Map.of(Vars.CHANGE_PLAN, true, Vars.NOTICE_DUE, times.dueFromToday("userTask_writeAmendments"));
    }
}
