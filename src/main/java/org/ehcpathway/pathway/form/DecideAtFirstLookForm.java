package org.ehcpathway.pathway.form;

import java.util.Map;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/**
 * The determination of section 36(3), where the caseworker found at the first look that no plan is necessary, or that the
 * child or young person was assessed in the last six months. A refusal is told at once, with reasons of its own (section
 * 36(5), REQ-03); everything else is considered on the legal test of section 36(8).
 */
@Component
class DecideAtFirstLookForm implements CaseForm {

    private enum Verdict {
        MAY_BE_NECESSARY,
        NOT_NECESSARY,
        ASSESSED_LATELY
    }

    private final CaseFiles files;
    private final BesideTheReasons beside;

    DecideAtFirstLookForm(CaseFiles files, BesideTheReasons beside) {
        this.files = files;
        this.beside = beside;
    }

    @Override
    public String id() {
        return "decide-at-first-look";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        entry.onlyFor("Whether a plan may be necessary is determined by a manager.", Roles.MANAGERS);
        BesideTheReasons.Said said = beside.in(entry, true, true);
        Verdict verdict = entry.requiredChoice("verdict", "The determination", Verdict.class);
        String reasons = entry.requiredText("reasons", "Reasons");
        String evidence = entry.text("evidence", "Evidence relied on");
        if (verdict == Verdict.MAY_BE_NECESSARY) {
            files.note(entry.reference(), entry.user(), "First look: a plan may be necessary", reasons);
            return Map.of(Vars.CONSIDERS_ASSESSING, true);
        }
        if (evidence == null) {
            throw new Refusal("Please fill in “Evidence relied on”.");
        }
        files.decide(
                entry.reference(),
                DecisionKind.NOT_ASSESS,
                verdict == Verdict.NOT_NECESSARY
                        ? "Children and Families Act 2014 s.36(3), (5): not necessary for provision to be made in accordance"
                                + " with a plan"
                        : "Children and Families Act 2014 s.36(6)(b): assessed in the previous six months",
                reasons,
                evidence,
                said.withoutThresholds(reasons)
                        .afterTheAnswer()
                        .withMoreTimeConsidered()
                        .kept(),
                entry.user());
        return Map.of(Vars.CONSIDERS_ASSESSING, false, Vars.ASSESS, false);
    }
}
