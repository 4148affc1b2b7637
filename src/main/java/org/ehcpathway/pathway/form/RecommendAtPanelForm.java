package org.ehcpathway.pathway.form;

import java.util.Map;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** The panel's recommendation. It binds nobody; the manager decides (S-14). */
@Component
class RecommendAtPanelForm implements CaseForm {

    private enum Recommended {
        PLAN,
        NO_PLAN
    }

    private final CaseFiles files;

    RecommendAtPanelForm(CaseFiles files) {
        this.files = files;
    }

    @Override
    public String id() {
        return "recommend-at-panel";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        entry.onlyFor("Recommendations are made by panel members.", Roles.PANEL_MEMBERS);
        Recommended recommended = entry.requiredChoice("recommendation", "The panel recommends", Recommended.class);
        String reasons = entry.requiredText("reasons", "Reasons");
        String provision = entry.text("provision", "Provision recommended");
        if (!entry.ticked("noConnection", "No member is connected with the child, the family or the setting")) {
            throw new Refusal(
                    "Confirm that no member who took part is connected with the child, the family or the setting.");
        }
        files.recommend(entry.reference(), recommended == Recommended.PLAN, reasons, provision, entry.user());
        return Map.of();
    }
}
