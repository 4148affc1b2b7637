package org.ehcpathway.pathway.form;

import java.util.Map;
import org.ehcpathway.casefile.PanelFile;
import org.ehcpathway.casefile.PanelFiles;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** Agenda, rota and connections of a sitting were looked through; the papers may go out (S-14). */
@Component
class CheckPanelAgendaForm implements CaseForm {

    private final PanelFiles files;

    CheckPanelAgendaForm(PanelFiles files) {
        this.files = files;
    }

    @Override
    public String id() {
        return "check-panel-agenda";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        entry.onlyFor("The panel is prepared by business support.", Roles.BUSINESS_SUPPORT, Roles.MANAGERS);
        if (!entry.ticked("checked", "The agenda, the rota and the connections are right")) {
            throw new Refusal("Look through the agenda, the rota and the connections, and tick that they are right.");
        }
        PanelFile sitting = files.read(entry.variable(Vars.SITTING));
        if (sitting.takingPart().size() < sitting.sitting().quorum()
                || sitting.chair().isEmpty()) {
            throw new Refusal(
                    "The rota has %d members and needs %d, one of them in the chair. Seat more on the page of the"
                                    .formatted(
                                            sitting.takingPart().size(),
                                            sitting.sitting().quorum())
                            + " sitting, or cancel it.");
        }
        return Map.of();
    }
}
