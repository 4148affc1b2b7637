package org.ehcpathway.pathway.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.Setting;
import org.ehcpathway.casefile.SettingConsultations;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.plan.Naming;
import org.ehcpathway.plan.PlanKind;
import org.ehcpathway.plan.PlanVersion;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.plan.check.PlanQuality;
import org.ehcpathway.plan.grounds.FinalPlanGrounds;
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
        REQUESTED("Children and Families Act 2014 s.39(3): the family asked for this setting"),
        APPROPRIATE("Children and Families Act 2014 s.40(2): no request was made; this setting is appropriate"),
        TYPE_NO_REQUEST("Children and Families Act 2014 s.40(2): no request was made; this type is appropriate"),
        OTHERWISE(
                "Children and Families Act 2014 s.61: a school, college or early years place would be inappropriate for"
                        + " the provision; the family was consulted"),
        UNSUITABLE(
                "Children and Families Act 2014 s.39(4)(a): the setting asked for is unsuitable for the age, ability,"
                        + " aptitude or special educational needs"),
        INCOMPATIBLE(
                "Children and Families Act 2014 s.39(4)(b): attendance at the setting asked for would be incompatible"
                        + " with the efficient education of others or the efficient use of resources");

        private final String words;

        Ground(String words) {
            this.words = words;
        }

        boolean saysThatNothingWasAskedFor() {
            return this == APPROPRIATE || this == TYPE_NO_REQUEST || this == OTHERWISE;
        }

        /** Section 39(4), which is decided with what the setting that was asked for says, or after its time to say it. */
        boolean leavesTheRequestAside() {
            return this == UNSUITABLE || this == INCOMPATIBLE;
        }
    }

    /** The duty of section 33, which the family's own choice of a setting settles. */
    private enum Mainstream {
        MAINSTREAM("s.33: mainstream"),
        FAMILY_WISH("s.33(2)(a): mainstream is against the wishes of the family"),
        INCOMPATIBLE("s.33(2)(b): mainstream is incompatible with the efficient education of others, and no reasonable"
                + " steps would cure that");

        private final String words;

        Mainstream(String words) {
            this.words = words;
        }
    }

    private final CaseFiles files;
    private final Plans plans;
    private final PlanQuality quality;
    private final FinalPlanGrounds grounds;
    private final SettingConsultations consultations;
    private final Signers signers;

    NameSettingAndSignForm(
            CaseFiles files,
            Plans plans,
            PlanQuality quality,
            FinalPlanGrounds grounds,
            SettingConsultations consultations,
            Signers signers) {
        this.files = files;
        this.consultations = consultations;
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
        Ground ground = entry.choice("ground", "Ground for section I", Ground.class);
        Mainstream mainstream = entry.choice("mainstream", "Mainstream education", Mainstream.class);
        String reasons = entry.requiredText("reasons", "Reasons");
        if (verdict == Verdict.SEND_BACK) {
            files.note(entry.reference(), entry.user(), "Final plan sent back", reasons);
            return Map.of(Vars.PLAN_SIGNED, false);
        }
        if (ground == null) {
            throw new Refusal("Choose the ground on which section I names the setting or the type.");
        }
        refuseWrong(ground, entry.reference());
        boolean otherwise = isOtherwise(entry.reference());
        if (ground != Ground.REQUESTED && !otherwise && mainstream == null) {
            throw new Refusal("Say how section 33 is met: mainstream, or why not.");
        }
        quality.requireSettled(entry.reference());
        grounds.requireSettled(entry.reference());
        Signers.Signer signer = signers.of(entry);
        files.decide(
                entry.reference(),
                DecisionKind.NAME_SETTING,
                words(ground, mainstream, otherwise, entry.reference()),
                reasons,
                null,
                entry.user());
        files.decide(
                entry.reference(),
                DecisionKind.FINALISE_PLAN,
                "SEND Regulations 2014 regs 13(2) and 14: the plan is final",
                reasons,
                null,
                entry.user());
        plans.sign(entry.reference(), signer.userId(), signer.name(), signer.title());
        noteWhatFollows(entry);
        return Map.of(Vars.PLAN_SIGNED, true);
    }

    private String words(Ground ground, Mainstream mainstream, boolean otherwise, String reference) {
        List<String> words = new ArrayList<>(List.of(ground.words));
        if (otherwise && ground != Ground.OTHERWISE) {
            words.add(
                    "s.61: a school, college or early years place would be inappropriate for the provision; the family was"
                            + " consulted");
        }
        if (mainstream != null) {
            words.add(mainstream.words);
        }
        if (ground.saysThatNothingWasAskedFor()
                && !consultations.requests(reference).isEmpty()) {
            words.add("Education Act 1996 s.9: regard was had to the setting the family wishes for, which is none of"
                    + " s.38(3)");
        }
        return String.join("; ", words);
    }

    /** PLAN-09: only the settings of section 43 must admit; with any other the place has to be agreed. */
    private void noteWhatFollows(FormEntry entry) {
        String reference = entry.reference();
        plans.namedSetting(reference)
                .flatMap(setting -> consultations.held(reference, setting.id()).filter(held -> held.kind() != null))
                .ifPresent(held -> files.note(
                        reference,
                        entry.user(),
                        held.kind().mustAdmit() ? "Named setting must admit" : "Named setting is not bound to admit",
                        consultations.setting(held).name() + ", " + held.kind().title()
                                + (held.kind().mustAdmit()
                                        ? ": section 43 binds it from the start of the plan (PLAN-09)."
                                        : ": section 43 does not bind it, so the place must be agreed with it"
                                                + " (PLAN-09).")));
    }

    private boolean isOtherwise(String reference) {
        return plans.latest(reference, PlanKind.FINAL)
                .map(PlanVersion::settingType)
                .filter(Naming.OTHERWISE::equals)
                .isPresent();
    }

    /** A request can be left aside on the two grounds of section 39(4) only, and the file knows whether there was one. */
    private void refuseWrong(Ground ground, String reference) {
        Optional<Setting> proposed = plans.namedSetting(reference);
        boolean settingProposed = proposed.isPresent();
        boolean askedFor = !consultations.requestsOfRight(reference).isEmpty();
        boolean followed = settingProposed && isAskedFor(proposed.get(), reference);
        if (askedFor && ground.saysThatNothingWasAskedFor()) {
            throw new Refusal(
                    "The family asked for a setting. Follow the request, or choose the ground of section 39(4)"
                            + " on which it cannot be followed.");
        }
        if (ground == Ground.REQUESTED && !followed) {
            throw new Refusal(
                    "No setting that the family asked for is proposed. Choose another ground, or send the plan"
                            + " back.");
        }
        if (!ground.saysThatNothingWasAskedFor() && !askedFor) {
            throw new Refusal("No request for a setting is in the file. Choose the ground that none was made.");
        }
        if (ground.leavesTheRequestAside()) {
            if (followed) {
                throw new Refusal("The setting proposed is one that the family asked for. Choose the ground of section"
                        + " 39(3), or send the plan back.");
            }
            consultations.requireHeard(reference);
        }
        if (!ground.saysThatNothingWasAskedFor()) {
            return;
        }
        if (isOtherwise(reference) != (ground == Ground.OTHERWISE)) {
            throw new Refusal(
                    ground == Ground.OTHERWISE
                            ? "Education otherwise than at a school or college is not proposed. Choose another ground."
                            : "Education otherwise than at a school or college is proposed. Choose the ground of section"
                                    + " 61, or send the plan back.");
        }
        if (settingProposed ? ground == Ground.TYPE_NO_REQUEST : ground == Ground.APPROPRIATE) {
            throw new Refusal(
                    settingProposed
                            ? "A setting is proposed, not a type only. Choose the ground for a setting."
                            : "Only a type is proposed. Choose the ground for a type, or send the plan back.");
        }
    }

    private boolean isAskedFor(Setting proposed, String reference) {
        return consultations.requestsOfRight(reference).stream()
                .anyMatch(request -> proposed.id().equals(request.settingId()));
    }
}
