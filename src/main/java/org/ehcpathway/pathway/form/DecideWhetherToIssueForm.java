package org.ehcpathway.pathway.form;

import java.util.Map;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.security.Roles;
import org.springframework.stereotype.Component;

/** The decision whether a plan is necessary in the light of the assessment (section 37(1), regulation 10). */
@Component
class DecideWhetherToIssueForm implements CaseForm {

    private final CaseFiles files;
    private final BesideTheReasons beside;

    DecideWhetherToIssueForm(CaseFiles files, BesideTheReasons beside) {
        this.files = files;
        this.beside = beside;
    }

    @Override
    public String id() {
        return "decide-whether-to-issue";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        entry.onlyFor("Whether to issue a plan is decided by a manager.", Roles.MANAGERS);
        BesideTheReasons.Said said = beside.in(entry, false, false);
        boolean necessary = entry.requiredChoice("planNecessary", "Is a plan necessary?", Answer.class) == Answer.YES;
        String reasons = entry.requiredText("reasons", "Reasons");
        String evidence = entry.requiredText("evidence", "Evidence relied on");
        if (!necessary) {
            said.withoutThresholds(reasons);
        }
        files.decide(
                entry.reference(),
                necessary ? DecisionKind.ISSUE_PLAN : DecisionKind.NO_PLAN,
                necessary
                        ? "Children and Families Act 2014 s.37(1): provision in accordance with an EHC plan is necessary"
                        : "Children and Families Act 2014 s.37(1): provision in accordance with an EHC plan is not necessary",
                reasons,
                evidence,
                said.kept(),
                entry.user());
        return Map.of(Vars.ISSUE_PLAN, necessary);
    }
}
