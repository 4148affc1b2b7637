package org.ehcpathway.pathway.form;

import java.util.List;
import java.util.Map;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.plan.check.PlanQuality;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** Lets a draft go when nothing is missing in it and no warning is open. The words themselves were written on the Plan page. */
@Component
class WriteDraftForm implements CaseForm {

    private final Plans plans;
    private final PlanQuality quality;

    WriteDraftForm(Plans plans, PlanQuality quality) {
        this.plans = plans;
        this.quality = quality;
    }

    @Override
    public String id() {
        return "write-draft";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        if (!entry.ticked("complete", "The draft is complete")) {
            throw new Refusal("Tick that the draft is complete, when it is.");
        }
        List<String> faults = plans.faults(entry.reference());
        if (!faults.isEmpty()) {
            throw new Refusal(
                    "The draft cannot go out yet. " + faults.get(0) + " Write it on the Plan page of the case.");
        }
        quality.requireSettled(entry.reference());
        return Map.of();
    }
}
