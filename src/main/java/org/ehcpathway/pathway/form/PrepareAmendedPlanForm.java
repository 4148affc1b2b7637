package org.ehcpathway.pathway.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.ConsultationReply;
import org.ehcpathway.casefile.Episodes;
import org.ehcpathway.casefile.PhaseTransfers;
import org.ehcpathway.casefile.Setting;
import org.ehcpathway.casefile.SettingConsultation;
import org.ehcpathway.casefile.SettingConsultations;
import org.ehcpathway.casefile.SettingRegister;
import org.ehcpathway.casefile.Transfer;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.RequestsForSettings.Wanted;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.plan.Naming;
import org.ehcpathway.plan.PlanVersion;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.plan.SettingReply;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/**
 * What becomes of the proposed amendments once the family has had its 15 days: the amended plan, with what section I names, or that the
 * plan stays as it is after all (regulation 22(3) and (4)). A manager signs it, or sends it back.
 */
@Component
class PrepareAmendedPlanForm implements CaseForm {

    private static final int LONGEST_CHANGES = 4000;
    private static final int LONGEST_TYPE = 200;

    private enum Step {
        AMEND,
        NOT_AMEND,
        CONSULT
    }

    private enum Names {
        SAME,
        SETTING,
        TYPE
    }

    private final Plans plans;
    private final CaseFiles files;
    private final SettingRegister settings;
    private final SettingConsultations consultations;
    private final SettingFields fields;
    private final Episodes episodes;
    private final PhaseTransfers transfers;
    private final Clock clock;

    PrepareAmendedPlanForm(
            Plans plans,
            CaseFiles files,
            SettingRegister settings,
            SettingConsultations consultations,
            SettingFields fields,
            Episodes episodes,
            PhaseTransfers transfers,
            Clock clock) {
        this.plans = plans;
        this.files = files;
        this.settings = settings;
        this.consultations = consultations;
        this.fields = fields;
        this.episodes = episodes;
        this.transfers = transfers;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "prepare-amended-plan";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        Step step = entry.requiredChoice("step", "What now", Step.class);
        Names names = entry.choice("naming", "Section I is to name", Names.class);
        String urn = entry.text("settingUrn", "URN of the setting");
        String type = entry.text("settingType", "Type of setting");
        LocalDate startsOn = entry.date("namesFrom", "Named from");
        LocalDate healthAgreedOn = entry.date("healthAgreedOn", "Health body agreed section G on");
        String changes = entry.text("changes", "What has changed");
        String reasons = entry.text("reasons", "Why the plan is not to change");
        Wanted considered = fields.considered(entry);
        long episode = EpisodeForms.episode(entry);
        notLongerThan(LONGEST_CHANGES, changes, "What has changed");
        notLongerThan(LONGEST_TYPE, type, "Type of setting");
        switch (step) {
            case CONSULT -> {
                if (considered.urn() == null) {
                    throw new Refusal("Give the URN of the setting to consult.");
                }
                fields.planConsidered(entry, considered);
            }
            case NOT_AMEND -> {
                ownTransfer(entry.reference(), episode).ifPresent(transfer -> {
                    throw new Refusal("This phase transfer ends with a plan that names the setting, or its type, from "
                            + Moments.shown(transfer.transferOn())
                            + " (regulation 18). Propose the amended plan, or consult a setting first.");
                });
                required(reasons, "Why the plan is not to change");
                files.note(entry.reference(), entry.user(), "Proposed: not to amend the plan after all", reasons);
            }
            case AMEND -> {
                required(changes, "What has changed");
                requireTransfer(entry.reference(), episode, names, startsOn);
                propose(entry.reference(), episode, names, urn, type, startsOn, healthAgreedOn, changes);
            }
        }
        return Map.of(Vars.FINAL_STEP, step.name());
    }

    private void propose(
            String reference,
            long episode,
            Names names,
            String urn,
            String type,
            LocalDate startsOn,
            LocalDate healthAgreedOn,
            String changes) {
        required(names, "Section I is to name");
        notLongerThan(LONGEST_TYPE, type, "Type of setting");
        notLongerThan(LONGEST_CHANGES, changes, "What has changed");
        switch (names) {
            case SAME -> {
                Naming now = plans.inForce(reference).map(PlanVersion::naming).orElseThrow();
                plans.propose(
                        reference,
                        urnOf(now.settingId()),
                        now.settingType(),
                        now.consultedOn(),
                        now.settingReply(),
                        now.startsOn(),
                        healthAgreedOn,
                        changes);
            }
            case SETTING -> {
                required(urn, "URN of the setting");
                required(type, "Type of setting");
                SettingConsultation held = consulted(reference, episode, settings.get(urn));
                plans.propose(reference, urn, type, held.consultedOn(), reply(held), startsOn, healthAgreedOn, changes);
            }
            case TYPE -> {
                required(type, "Type of setting");
                plans.propose(reference, null, type, null, null, startsOn, healthAgreedOn, changes);
            }
        }
    }

    private String urnOf(Long settingId) {
        return settings.all().stream()
                .filter(known -> known.id().equals(settingId))
                .map(Setting::urn)
                .findFirst()
                .orElse(null);
    }

    /** While a phase transfer is under way a new naming says from which day it counts; in its own amendment that is the transfer's. */
    private void requireTransfer(String reference, long episode, Names names, LocalDate startsOn) {
        Optional<Transfer> own = ownTransfer(reference, episode);
        if (own.isPresent() && names == Names.SAME) {
            throw new Refusal("The plan is to name the setting of the next phase, or its type, from "
                    + Moments.shown(own.get().transferOn()) + " (regulation 18).");
        }
        List<Transfer> open = transfers.open(reference);
        if (names == null || names == Names.SAME || open.isEmpty()) {
            return;
        }
        LocalDate transferOn = own.orElse(open.get(0)).transferOn();
        if (startsOn == null || (own.isPresent() && !startsOn.equals(transferOn))) {
            throw new Refusal("Fill in “Named from”: the phase transfer is on " + Moments.shown(transferOn)
                    + ", and until then the plan goes on naming what it names now.");
        }
    }

    private Optional<Transfer> ownTransfer(String reference, long episode) {
        return transfers.open(reference).stream()
                .filter(transfer -> transfer.episodeId() == episode)
                .findFirst();
    }

    /** Another setting is named only when it was consulted on this change and has answered, or had its 15 days (SCH-01 to SCH-03). */
    private SettingConsultation consulted(String reference, long episode, Setting setting) {
        LocalDate begun = begun(reference, episode);
        SettingConsultation held = consultations
                .held(reference, setting.id())
                .filter(one -> !one.consultedOn().isBefore(begun))
                .orElseThrow(() -> new Refusal(setting.name()
                        + " has not been consulted on this change. Choose to consult it first (SCH-01)."));
        if (held.reply() == null && !LocalDate.now(clock).isAfter(held.dueOn())) {
            throw new Refusal(setting.name() + " can reply until " + Moments.shown(held.dueOn())
                    + ". Propose it when it has replied, or when that day is over (SCH-02).");
        }
        return held;
    }

    /** A phase transfer has its settings consulted before the review that it brings forward begins. */
    private LocalDate begun(String reference, long episode) {
        return Stream.concat(
                        Stream.of(episode), transfers.open(reference).stream().map(Transfer::episodeId))
                .map(id -> LocalDate.ofInstant(episodes.get(id).openedAt(), clock.getZone()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static SettingReply reply(SettingConsultation held) {
        if (held.reply() == null) {
            return SettingReply.NONE;
        }
        return held.reply() == ConsultationReply.ACCEPTS ? SettingReply.ACCEPTS : SettingReply.OBJECTS;
    }

    private static void notLongerThan(int longest, String typed, String label) {
        if (typed != null && typed.length() > longest) {
            throw new Refusal("Shorten “%s” to at most %d characters.".formatted(label, longest));
        }
    }

    private static void required(Object typed, String label) {
        if (typed == null) {
            throw new Refusal("Please fill in “" + label + "”.");
        }
    }
}
