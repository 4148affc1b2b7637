package org.ehcpathway.pathway.form;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** The decision whether a plan is necessary in the light of the assessment (section 37(1), regulation 10). */
@Component
class DecideWhetherToIssueForm implements CaseForm {

    private final CaseFiles files;
    private final BesideTheReasons beside;
    private final AdviceRegister advice;

    DecideWhetherToIssueForm(CaseFiles files, BesideTheReasons beside, AdviceRegister advice) {
        this.files = files;
        this.beside = beside;
        this.advice = advice;
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
        String without = entry.text("withoutAdvice", "Why it is decided without advice that has not come");
        List<Advice> missing = advice.missing(entry.reference());
        if (!necessary && !missing.isEmpty() && (without == null || without.length() < 20)) {
            throw new Refusal("Advice that regulation 6 requires has not come: " + inWords(missing)
                    + ". Wait for it, or write why it is decided without it, in at least 20 characters.");
        }
        if (missing.isEmpty() && without != null) {
            throw new Refusal("All advice that regulation 6 requires has come; leave out why it is decided without.");
        }
        files.decide(
                entry.reference(),
                necessary ? DecisionKind.ISSUE_PLAN : DecisionKind.NO_PLAN,
                necessary
                        ? "Children and Families Act 2014 s.37(1): provision in accordance with an EHC plan is necessary"
                        : "Children and Families Act 2014 s.37(1): provision in accordance with an EHC plan is not necessary",
                without == null
                        ? reasons
                        : reasons + "\n\nWhen this was decided, this advice had not come: " + inWords(missing) + ". "
                                + without,
                missing.isEmpty()
                        ? evidence
                        : evidence + "\n\nNot received when this was decided: " + inWords(missing) + ".",
                said.kept(),
                entry.user());
        return Map.of(Vars.ISSUE_PLAN, necessary);
    }

    private static String inWords(List<Advice> missing) {
        return missing.stream()
                .map(one -> one.kind().title() + " from " + one.adviserName()
                        + (one.state().isAwaited()
                                ? ""
                                : " (" + one.state().title().toLowerCase(Locale.UK) + ")"))
                .collect(Collectors.joining("; "));
    }
}
