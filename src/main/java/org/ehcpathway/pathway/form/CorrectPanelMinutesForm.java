package org.ehcpathway.pathway.form;

import java.util.Map;
import org.ehcpathway.casefile.PanelSittings;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.security.Roles;
import org.springframework.stereotype.Component;

/** The notes of the minutes, as the chair wants them. What was recommended stands (S-14). */
@Component
class CorrectPanelMinutesForm implements CaseForm {

    private final PanelSittings sittings;

    CorrectPanelMinutesForm(PanelSittings sittings) {
        this.sittings = sittings;
    }

    @Override
    public String id() {
        return "correct-panel-minutes";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        entry.onlyFor("The minutes are written by business support.", Roles.BUSINESS_SUPPORT, Roles.MANAGERS);
        sittings.note(entry.variable(Vars.SITTING), entry.requiredText("notes", "Notes for the minutes, corrected"));
        return Map.of();
    }
}
