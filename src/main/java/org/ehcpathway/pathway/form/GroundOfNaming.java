package org.ehcpathway.pathway.form;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Setting;
import org.ehcpathway.casefile.SettingConsultations;
import org.ehcpathway.casefile.SettingRequest;
import org.ehcpathway.plan.Naming;
import org.ehcpathway.plan.PlanVersion;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/**
 * The ground of the law on which section I names a setting or a type, in a first plan and in an amended one alike (SCH-03 to SCH-06).
 * The file knows what was asked for and who was consulted, so a ground that does not fit is refused.
 */
@Component
class GroundOfNaming {

    enum Ground {
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
    enum Mainstream {
        MAINSTREAM("s.33: mainstream"),
        FAMILY_WISH("s.33(2)(a): mainstream is against the wishes of the family"),
        INCOMPATIBLE("s.33(2)(b): mainstream is incompatible with the efficient education of others, and no reasonable"
                + " steps would cure that");

        private final String words;

        Mainstream(String words) {
            this.words = words;
        }
    }

    /**
     * What a manager chose, and which requests of the family it answers.
     *
     * @param ground null where nothing was chosen
     * @param mainstream null where nothing was chosen
     * @param since requests recorded and consultations begun from then on count; null where all do
     */
    record Chosen(Ground ground, Mainstream mainstream, Instant since) {

        Chosen answering(Instant begun) {
            return new Chosen(ground, mainstream, begun);
        }
    }

    private final CaseFiles files;
    private final Plans plans;
    private final SettingConsultations consultations;

    GroundOfNaming(CaseFiles files, Plans plans, SettingConsultations consultations) {
        this.files = files;
        this.plans = plans;
        this.consultations = consultations;
    }

    /** What the two fields of a form say, about whatever the family ever asked for. */
    static Chosen chosen(FormEntry entry) {
        return new Chosen(
                entry.choice("ground", "Ground for section I", Ground.class),
                entry.choice("mainstream", "Mainstream education", Mainstream.class),
                null);
    }

    /**
     * The ground in the words of the decision.
     *
     * @throws Refusal when none was chosen, or what was chosen does not fit the proposal or the requests in the file
     */
    String require(String reference, Chosen chosen) {
        if (chosen.ground() == null) {
            throw new Refusal("Choose the ground on which section I names the setting or the type.");
        }
        refuseWrong(chosen, reference);
        boolean otherwise = isOtherwise(reference);
        if (chosen.ground() != Ground.REQUESTED && !otherwise && chosen.mainstream() == null) {
            throw new Refusal("Say how section 33 is met: mainstream, or why not.");
        }
        return words(chosen, otherwise, reference);
    }

    /** Whether the family asked for a setting with the right of section 38(3) in what counts since then; null: at any time. */
    boolean isAsked(String reference, Instant since) {
        return !ofRight(reference, since).isEmpty();
    }

    private String words(Chosen chosen, boolean otherwise, String reference) {
        Ground ground = chosen.ground();
        Mainstream mainstream = chosen.mainstream();
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
                && consultations.requests(reference).stream().anyMatch(request -> counts(request, chosen.since()))) {
            words.add("Education Act 1996 s.9: regard was had to the setting the family wishes for, which is none of"
                    + " s.38(3)");
        }
        return String.join("; ", words);
    }

    /** PLAN-09: only the settings of section 43 must admit; with any other the place has to be agreed. */
    void noteWhatFollows(FormEntry entry) {
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
        return plans.proposed(reference)
                .map(PlanVersion::settingType)
                .filter(Naming.OTHERWISE::equals)
                .isPresent();
    }

    /** A request can be left aside on the two grounds of section 39(4) only, and the file knows whether there was one. */
    private void refuseWrong(Chosen chosen, String reference) {
        Ground ground = chosen.ground();
        Optional<Setting> proposed = plans.namedSetting(reference);
        boolean settingProposed = proposed.isPresent();
        boolean askedFor = isAsked(reference, chosen.since());
        boolean followed = settingProposed && isAskedFor(proposed.get(), chosen.since(), reference);
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
            consultations.requireHeard(reference, chosen.since());
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

    private boolean isAskedFor(Setting proposed, Instant since, String reference) {
        return ofRight(reference, since).stream()
                .anyMatch(request -> proposed.id().equals(request.settingId()));
    }

    private List<SettingRequest> ofRight(String reference, Instant since) {
        return consultations.requestsOfRight(reference).stream()
                .filter(request -> counts(request, since))
                .toList();
    }

    private static boolean counts(SettingRequest request, Instant since) {
        return since == null || !request.recordedAt().isBefore(since);
    }
}
