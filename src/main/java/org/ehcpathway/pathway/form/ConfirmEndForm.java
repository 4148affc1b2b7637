package org.ehcpathway.pathway.form;

import java.util.Map;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.EndingDecision.Verdict;
import org.ehcpathway.casefile.EndingGround;
import org.ehcpathway.casefile.Endings;
import org.ehcpathway.pathway.EndedRequests;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** A second person decides whether a request ends, or the council goes on because it thinks a plan may be necessary (s.36). */
@Component
class ConfirmEndForm implements CaseForm {

    private final Endings endings;
    private final EndedRequests requests;
    private final CaseFiles files;

    ConfirmEndForm(Endings endings, EndedRequests requests, CaseFiles files) {
        this.files = files;
        this.endings = endings;
        this.requests = requests;
    }

    @Override
    public String id() {
        return "confirm-end";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        entry.onlyFor("The end of a request is decided by a manager.", Roles.MANAGERS);
        Verdict verdict = entry.requiredChoice("verdict", "The request", Verdict.class);
        String reasons = entry.requiredText("reasons", "Reasons");
        String noPlanDecision = entry.text("noPlanDecision", "Why no decision on a plan is made");
        if (verdict == Verdict.END) {
            requireFree(entry, noPlanDecision);
        }
        endings.decide(entry.idVariable(Vars.ENDING), verdict, reasons, entry.user());
        return Map.of(Vars.END_CONFIRMED, verdict == Verdict.END);
    }

    private void requireFree(FormEntry entry, String noPlanDecision) {
        String reference = files.get(entry.reference()).reference();
        EndingGround ground = endings.get(entry.idVariable(Vars.ENDING)).ground();
        requests.refuseWhenTold(reference, ground);
        if (ground != EndingGround.WITHDRAWN || !requests.owesDecisionOnPlan(reference)) {
            return;
        }
        if (noPlanDecision == null) {
            throw new Refusal(
                    "The family was told that there will be an assessment, so the council owes a decision whether a"
                            + " plan is needed (section 36(9)). Say why none is made.");
        }
        files.note(reference, entry.user(), "No decision on a plan (section 36(9))", noPlanDecision);
    }
}
