package org.ehcpathway.pathway.form;

import java.util.List;
import java.util.Map;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.pathway.RequestsForSettings.Wanted;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.plan.check.PlanQuality;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/**
 * Lets a draft go when nothing is missing in it and no warning is open. The words themselves were written on the Plan page. A
 * setting that the council thinks of can be consulted from here on, before the family has asked for any (SCH-03).
 */
@Component
class WriteDraftForm implements CaseForm {

    /** What the history says when a draft is ready; who reads it a second time is somebody else. */
    static final String WRITTEN = "Draft plan written";

    private final Plans plans;
    private final PlanQuality quality;
    private final CaseFiles files;
    private final SettingFields settings;

    WriteDraftForm(Plans plans, PlanQuality quality, CaseFiles files, SettingFields settings) {
        this.plans = plans;
        this.quality = quality;
        this.files = files;
        this.settings = settings;
    }

    @Override
    public String id() {
        return "write-draft";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        boolean complete = entry.ticked("complete", "The draft is complete");
        Wanted considered = settings.considered(entry);
        if (!complete) {
            throw new Refusal("Tick that the draft is complete, when it is.");
        }
        List<String> faults = plans.faults(entry.reference());
        if (!faults.isEmpty()) {
            throw new Refusal(
                    "The draft cannot go out yet. " + faults.get(0) + " Write it on the Plan page of the case.");
        }
        quality.requireSettled(entry.reference());
        settings.planConsidered(entry, considered);
        files.note(entry.reference(), entry.user(), WRITTEN, null);
        return Map.of();
    }
}
