package org.ehcpathway.pathway.form;

import java.util.Map;
import org.ehcpathway.casefile.PanelPapers;
import org.ehcpathway.casefile.PanelSittings;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** The chair approves the minutes or says what has to be corrected (S-14). */
@Component
class ApprovePanelMinutesForm implements CaseForm {

    private enum Verdict {
        APPROVE,
        CORRECT
    }

    private final PanelSittings sittings;
    private final PanelPapers papers;

    ApprovePanelMinutesForm(PanelSittings sittings, PanelPapers papers) {
        this.sittings = sittings;
        this.papers = papers;
    }

    @Override
    public String id() {
        return "approve-panel-minutes";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        entry.onlyFor("The minutes are approved by the member who chaired the sitting.", Roles.PANEL_MEMBERS);
        boolean approved = entry.requiredChoice("verdict", "The minutes", Verdict.class) == Verdict.APPROVE;
        String words = entry.text("words", "What has to be corrected");
        if (!approved && words == null) {
            throw new Refusal("Say what has to be corrected in the minutes.");
        }
        papers.approve(sittings.get(entry.variable(Vars.SITTING)), approved ? null : words, entry.user());
        return Map.of(Vars.MINUTES_APPROVED, approved);
    }
}
