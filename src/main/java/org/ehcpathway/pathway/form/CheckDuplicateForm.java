package org.ehcpathway.pathway.form;

import java.util.List;
import java.util.Map;
import org.ehcpathway.casefile.EndingGround;
import org.ehcpathway.casefile.Endings;
import org.ehcpathway.pathway.EndedRequests;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** A caseworker says whether a request is a second one for the person of an open case. */
@Component
class CheckDuplicateForm implements CaseForm {

    private enum Verdict {
        SAME,
        NOT_SAME,
        /** One of the two cases has ended meanwhile. */
        NOTHING_LEFT
    }

    private final Endings endings;
    private final EndedRequests requests;

    CheckDuplicateForm(Endings endings, EndedRequests requests) {
        this.endings = endings;
        this.requests = requests;
    }

    @Override
    public String id() {
        return "check-duplicate";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        entry.onlyFor("Two requests are compared by a caseworker or a manager.", Roles.CASEWORKERS, Roles.MANAGERS);
        Verdict verdict = entry.requiredChoice("verdict", "The two requests", Verdict.class);
        String chosen = entry.text("sameAs", "Reference of the other case");
        String reasons = entry.requiredText("reasons", "What shows it");
        if (verdict != Verdict.SAME) {
            endings.notJoined(entry.reference(), verdict == Verdict.NOT_SAME, reasons, entry.user());
            return Map.of(Vars.SAME_PERSON, false);
        }
        String other = other(entry.variable(Vars.DUPLICATE_OF), chosen);
        requests.refuseWhenTold(entry.reference(), EndingGround.LINKED);
        return Map.of(
                Vars.SAME_PERSON,
                true,
                Vars.ENDING,
                endings.join(entry.reference(), other, reasons, entry.user()).id());
    }

    /** Only a case that was found for this one: joining copies what the family said. */
    private static String other(String found, String chosen) {
        List<String> open = found == null ? List.of() : List.of(found.split(" "));
        if (chosen == null && open.size() == 1) {
            return open.get(0);
        }
        if (chosen == null || !open.contains(chosen)) {
            throw new Refusal("Give the reference of the other case, one of: " + String.join(", ", open) + ".");
        }
        return chosen;
    }
}
