package org.ehcpathway.pathway.form;

import java.util.Map;
import org.ehcpathway.casefile.CaseEvent;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.plan.check.PlanQuality;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** The second person's reading of a draft before it is served, where the council wants one. */
@Component
class CheckDraftForm implements CaseForm {

    private enum Verdict {
        AGREE,
        SEND_BACK
    }

    private final CaseFiles files;
    private final PlanQuality quality;

    CheckDraftForm(CaseFiles files, PlanQuality quality) {
        this.files = files;
        this.quality = quality;
    }

    @Override
    public String id() {
        return "check-draft";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        Verdict verdict = entry.requiredChoice("verdict", "The draft", Verdict.class);
        String reasons = entry.text("reasons", "What must be put right");
        String writer = files.whole(entry.reference()).events().stream()
                .filter(event -> event.what().equals(WriteDraftForm.WRITTEN))
                .map(CaseEvent::by)
                .reduce((earlier, later) -> later)
                .orElse(null);
        if (entry.user().equals(writer)) {
            throw new NotAllowed("A draft is checked by a person other than the one who wrote it.");
        }
        if (verdict == Verdict.SEND_BACK) {
            if (reasons == null) {
                throw new Refusal("Write down what must be put right in the draft.");
            }
            files.note(entry.reference(), entry.user(), "Draft plan sent back", reasons);
            return Map.of(Vars.DRAFT_AGREED, false);
        }
        quality.requireSettled(entry.reference());
        files.note(entry.reference(), entry.user(), "Draft plan checked by a second person", reasons);
        return Map.of(Vars.DRAFT_AGREED, true);
    }
}
