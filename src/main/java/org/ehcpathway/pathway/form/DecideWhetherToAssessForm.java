package org.ehcpathway.pathway.form;

import java.util.Map;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.security.Roles;
import org.springframework.stereotype.Component;

/**
 * The decision whether to assess. It follows from the two questions of section 36(8) and cannot differ from their answers:
 * both yes, and the council must assess.
 */
@Component
class DecideWhetherToAssessForm implements CaseForm {

    private final CaseFiles files;
    private final BesideTheReasons beside;

    DecideWhetherToAssessForm(CaseFiles files, BesideTheReasons beside) {
        this.files = files;
        this.beside = beside;
    }

    @Override
    public String id() {
        return "decide-whether-to-assess";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        entry.onlyFor("Whether to assess is decided by a manager.", Roles.MANAGERS);
        BesideTheReasons.Said said = beside.in(entry, true, true);
        boolean hasSen = entry.requiredChoice("hasSen", "Special educational needs", Answer.class) == Answer.YES;
        boolean mayNeedPlan =
                entry.requiredChoice("planMayBeNecessary", "Plan may be necessary", Answer.class) == Answer.YES;
        String reasons = entry.requiredText("reasons", "Reasons");
        String evidence = entry.requiredText("evidence", "Evidence relied on");
        boolean assess = hasSen && mayNeedPlan;
        if (!assess) {
            said.withoutThresholds(reasons);
        }
        files.decide(
                entry.reference(),
                assess ? DecisionKind.ASSESS : DecisionKind.NOT_ASSESS,
                ground(hasSen, mayNeedPlan),
                reasons,
                evidence,
                said.afterTheAnswer().withMoreTimeConsidered().kept(),
                entry.user());
        return Map.of(Vars.ASSESS, assess);
    }

    private static String ground(boolean hasSen, boolean mayNeedPlan) {
        if (hasSen && mayNeedPlan) {
            return "Children and Families Act 2014 s.36(8): has or may have special educational needs, and a plan may be"
                    + " necessary";
        }
        return hasSen
                ? "Children and Families Act 2014 s.36(8)(b): not necessary for provision to be made in accordance with a"
                        + " plan"
                : "Children and Families Act 2014 s.36(8)(a): does not have special educational needs";
    }
}
