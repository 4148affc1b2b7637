package org.ehcpathway.pathway.form;

import java.util.Map;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.pathway.form.GroundOfNaming.Chosen;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.plan.check.PlanQuality;
import org.ehcpathway.plan.grounds.FinalPlanGrounds;
import org.ehcpathway.security.Roles;
import org.springframework.stereotype.Component;

/** The decision what section I names, on a ground of the law, and the signature under the plan (SCH-03 to SCH-05, PLAN-10). */
@Component
class NameSettingAndSignForm implements CaseForm {

    private enum Verdict {
        SIGN,
        SEND_BACK
    }

    private final CaseFiles files;
    private final Plans plans;
    private final PlanQuality quality;
    private final FinalPlanGrounds grounds;
    private final GroundOfNaming naming;
    private final Signers signers;

    NameSettingAndSignForm(
            CaseFiles files,
            Plans plans,
            PlanQuality quality,
            FinalPlanGrounds grounds,
            GroundOfNaming naming,
            Signers signers) {
        this.files = files;
        this.naming = naming;
        this.plans = plans;
        this.quality = quality;
        this.grounds = grounds;
        this.signers = signers;
    }

    @Override
    public String id() {
        return "name-setting-and-sign";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        entry.onlyFor("The setting is named and the plan is signed by a manager.", Roles.MANAGERS);
        Verdict verdict = entry.requiredChoice("verdict", "Decision", Verdict.class);
        Chosen chosen = GroundOfNaming.chosen(entry);
        String reasons = entry.requiredText("reasons", "Reasons");
        if (verdict == Verdict.SEND_BACK) {
            files.note(entry.reference(), entry.user(), "Final plan sent back", reasons);
            return Map.of(Vars.PLAN_SIGNED, false);
        }
        String ground = naming.require(entry.reference(), chosen);
        quality.requireSettled(entry.reference());
        grounds.requireSettled(entry.reference());
        Signers.Signer signer = signers.of(entry);
        files.decide(entry.reference(), DecisionKind.NAME_SETTING, ground, reasons, null, entry.user());
        files.decide(
                entry.reference(),
                DecisionKind.FINALISE_PLAN,
                "SEND Regulations 2014 regs 13(2) and 14: the plan is final",
                reasons,
                null,
                entry.user());
        plans.sign(entry.reference(), signer.userId(), signer.name(), signer.title());
        naming.noteWhatFollows(entry);
        return Map.of(Vars.PLAN_SIGNED, true);
    }
}
