package org.ehcpathway.pathway.form;

import java.time.LocalDate;
import java.util.Map;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.plan.SettingReply;
import org.ehcpathway.plan.check.PlanQuality;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** Proposes the final plan and what its section I names (SCH-01 to SCH-03, PLAN-12). */
@Component
class PrepareFinalPlanForm implements CaseForm {

    private enum Naming {
        SETTING,
        TYPE
    }

    private final Plans plans;
    private final PlanQuality quality;

    PrepareFinalPlanForm(Plans plans, PlanQuality quality) {
        this.plans = plans;
        this.quality = quality;
    }

    @Override
    public String id() {
        return "prepare-final-plan";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        Naming naming = entry.requiredChoice("naming", "Section I is to name", Naming.class);
        String urn = entry.text("settingUrn", "URN of the setting");
        String type = entry.requiredText("settingType", "Type of setting");
        LocalDate consultedOn = entry.date("consultedOn", "Setting consulted on");
        SettingReply reply = entry.choice("settingReply", "Its reply", SettingReply.class);
        LocalDate healthAgreedOn = entry.date("healthAgreedOn", "Health body agreed section G on");
        boolean noHealthProvision = entry.ticked("noHealthProvision", "Section G contains no health provision");
        String changes = entry.requiredText("changes", "What was changed");
        if (naming == Naming.SETTING && urn == null) {
            throw new Refusal("Give the URN of the setting that section I is to name.");
        }
        if (noHealthProvision == (healthAgreedOn != null)) {
            throw new Refusal(
                    "Give the day the responsible commissioning body agreed section G, or tick that the section"
                            + " contains no health provision. What is not agreed cannot stand there (regulation 12(2)).");
        }
        plans.propose(
                entry.reference(),
                naming == Naming.SETTING ? urn : null,
                type,
                consultedOn,
                reply,
                healthAgreedOn,
                changes);
        quality.requireSettled(entry.reference());
        return Map.of();
    }
}
