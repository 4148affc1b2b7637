package org.ehcpathway.pathway.form;

import java.util.Map;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** Ends the weighing of existing advice (regulation 6(4)); each report that is enough was taken on the case page. */
@Component
class SettleExistingAdviceForm implements CaseForm {

    @Override
    public String id() {
        return "settle-existing-advice";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        if (!entry.ticked("settled", "Every existing report that is enough has been taken on the Case tab")) {
            throw new Refusal(
                    "Take the existing reports that are enough on the Case tab, then tick that this is done.");
        }
        return Map.of();
    }
}
