package org.ehcpathway.pathway.form;

import java.util.Map;
import org.ehcpathway.casefile.EndingDecision.Verdict;
import org.ehcpathway.casefile.Endings;
import org.ehcpathway.pathway.EndedRequests;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.security.Roles;
import org.springframework.stereotype.Component;

/** A second person decides whether a request ends, or the council goes on because it thinks a plan may be necessary (s.36). */
@Component
class ConfirmEndForm implements CaseForm {

    private final Endings endings;
    private final EndedRequests requests;

    ConfirmEndForm(Endings endings, EndedRequests requests) {
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
        if (verdict == Verdict.END) {
            requests.refuseWhenTold(entry.reference());
        }
        endings.decide(entry.idVariable(Vars.ENDING), verdict, reasons, entry.user());
        return Map.of(Vars.END_CONFIRMED, verdict == Verdict.END);
    }
}
