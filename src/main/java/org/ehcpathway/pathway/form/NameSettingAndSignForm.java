package org.ehcpathway.pathway.form;

import java.util.Map;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** The decision what section I names, on a ground of the law, and the signature under the plan (SCH-03 to SCH-05, PLAN-10). */
@Component
class NameSettingAndSignForm implements CaseForm {

    private enum Verdict {
        SIGN,
        SEND_BACK
    }

    private enum Ground {
        REQUESTED("Children and Families Act 2014 s.39(3): the family asked for this setting", true),
        APPROPRIATE("Children and Families Act 2014 s.40(2): no request was made; this is appropriate", true),
        OTHER_AFTER_REQUEST(
                "Children and Families Act 2014 s.39(4)-(5): the setting asked for cannot be named; this is appropriate",
                true),
        TYPE_ONLY("Children and Families Act 2014 ss.39(5) and 40(2): only a type of setting can be named", false);

        private final String words;
        private final boolean namesSetting;

        Ground(String words, boolean namesSetting) {
            this.words = words;
            this.namesSetting = namesSetting;
        }
    }

    private final CaseFiles files;
    private final Plans plans;
    private final Signers signers;

    NameSettingAndSignForm(CaseFiles files, Plans plans, Signers signers) {
        this.files = files;
        this.plans = plans;
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
        Ground ground = entry.choice("ground", "Ground for section I", Ground.class);
        String reasons = entry.requiredText("reasons", "Reasons");
        if (verdict == Verdict.SEND_BACK) {
            files.note(entry.reference(), entry.user(), "Final plan sent back", reasons);
            return Map.of(Vars.PLAN_SIGNED, false);
        }
        if (ground == null) {
            throw new Refusal("Choose the ground on which section I names the setting or the type.");
        }
        boolean settingProposed = plans.namedSetting(entry.reference()).isPresent();
        if (settingProposed != ground.namesSetting) {
            throw new Refusal(
                    settingProposed
                            ? "A setting is proposed, so the ground cannot be that only a type can be named."
                            : "Only a type is proposed. Choose that ground, or send the plan back for a setting.");
        }
        Signers.Signer signer = signers.of(entry);
        files.decide(entry.reference(), DecisionKind.NAME_SETTING, ground.words, reasons, null, entry.user());
        files.decide(
                entry.reference(),
                DecisionKind.FINALISE_PLAN,
                "SEND Regulations 2014 regs 13(2) and 14: the plan is final",
                reasons,
                null,
                entry.user());
        plans.sign(entry.reference(), signer.userId(), signer.name(), signer.title());
        return Map.of(Vars.PLAN_SIGNED, true);
    }
}
