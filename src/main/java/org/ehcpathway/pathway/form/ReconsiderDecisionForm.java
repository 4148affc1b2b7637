package org.ehcpathway.pathway.form;

import java.util.HashMap;
import java.util.Map;
import org.ehcpathway.casefile.AfterARefusal;
import org.ehcpathway.casefile.Decision;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.pathway.TaskTimes;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/**
 * The second look at a refusal, after the family brought evidence that the council had not seen. A refusal that is changed is a
 * decision of its own, told in a letter of its own; one that stands needs no letter, for the family's rights were given with it,
 * but the family is told all the same (S-04). A refusal at the first look is changed to considering an assessment: views and
 * evidence are invited before it is decided whether to assess (section 36(7), REQ-02).
 */
@Component
class ReconsiderDecisionForm implements CaseForm {

    private enum Verdict {
        STANDS,
        CHANGED
    }

    private final AfterARefusal refusals;
    private final BesideTheReasons beside;
    private final TaskTimes times;

    ReconsiderDecisionForm(AfterARefusal refusals, BesideTheReasons beside, TaskTimes times) {
        this.refusals = refusals;
        this.beside = beside;
        this.times = times;
    }

    @Override
    public String id() {
        return "reconsider-decision";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        entry.onlyFor("A refusal is looked at again by a manager.", Roles.MANAGERS);
        Verdict verdict = entry.requiredChoice("verdict", "The decision", Verdict.class);
        String reasons = entry.requiredText("reasons", "Reasons");
        String evidence = entry.text("evidence", "Evidence relied on");
        String toldHow = entry.text("toldHow", "How the family was told");
        BesideTheReasons.Said said = beside.in(entry, true, false);
        if (verdict == Verdict.STANDS) {
            said.withoutThresholds(reasons);
            refusals.stands(entry.reference(), reasons, toldHow, entry.user());
            said.and("Evidence relied on", evidence).noteAll();
            return Map.of(Vars.DECISION_CHANGED, false, Vars.CONSIDERS_ASSESSING, false);
        }
        if (evidence == null) {
            throw new Refusal("Please fill in “Evidence relied on”.");
        }
        said.and("How the family was told", toldHow);
        if (refusals.wasBeforeViewsWereInvited(entry.reference())) {
            said.noteAll();
            refusals.considerAfterAll(entry.reference(), reasons, evidence, entry.user());
            return Map.of(Vars.DECISION_CHANGED, true, Vars.CONSIDERS_ASSESSING, true);
        }
        boolean toAssess = refusals.refusal(entry.reference()).kind() == DecisionKind.NOT_ASSESS;
        Decision changed = refusals.change(
                entry.reference(),
                reasons,
                evidence,
                (toAssess ? said.withMoreTimeConsidered() : said).kept(),
                entry.user());
        Map<String, Object> variables = new HashMap<>();
        variables.put(Vars.DECISION_CHANGED, true);
        variables.put(Vars.CONSIDERS_ASSESSING, false);
        variables.put(
                Vars.LETTER_KIND, (changed.kind() == DecisionKind.ASSESS ? LetterKind.L_04 : LetterKind.L_07).id());
        variables.put(Vars.CHANGE_TOLD_DUE, times.dueFromToday("userTask_checkAndSign"));
        return variables;
    }
}
