package org.ehcpathway.pathway.form;

import java.util.Map;
import org.ehcpathway.pathway.PanelMeetings;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** A sitting is over: held, or without a quorum. What it did not come to waits again (S-14). */
@Component
class HoldPanelSittingForm implements CaseForm {

    private final PanelMeetings meetings;

    HoldPanelSittingForm(PanelMeetings meetings) {
        this.meetings = meetings;
    }

    @Override
    public String id() {
        return "hold-panel-sitting";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        entry.onlyFor("The sitting is recorded by business support.", Roles.BUSINESS_SUPPORT, Roles.MANAGERS);
        String notes = entry.text("notes", "Notes for the minutes");
        if (!entry.ticked("over", "The sitting is over")) {
            throw new Refusal("Tick that the sitting is over. Until then record it on the page of the sitting.");
        }
        return Map.of(Vars.PANEL_QUORATE, meetings.end(entry.variable(Vars.SITTING), notes));
    }
}
