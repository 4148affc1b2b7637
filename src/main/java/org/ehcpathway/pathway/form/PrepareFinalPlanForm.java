package org.ehcpathway.pathway.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.ConsultationReply;
import org.ehcpathway.casefile.Means;
import org.ehcpathway.casefile.Setting;
import org.ehcpathway.casefile.SettingConsultation;
import org.ehcpathway.casefile.SettingConsultations;
import org.ehcpathway.casefile.SettingRegister;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.RequestsForSettings;
import org.ehcpathway.pathway.RequestsForSettings.Asked;
import org.ehcpathway.pathway.RequestsForSettings.Wanted;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.plan.SettingReply;
import org.ehcpathway.plan.check.PlanQuality;
import org.ehcpathway.plan.grounds.FinalPlanGrounds;
import org.ehcpathway.plan.grounds.RestsOn;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.statute.SettingKind;
import org.springframework.stereotype.Component;

/**
 * Proposes the final plan and what its section I names (SCH-01 to SCH-03, SCH-08, PLAN-12); or has another setting consulted first;
 * or has the draft served again, because the council changed what nobody asked for (PLAN-07).
 */
@Component
class PrepareFinalPlanForm implements CaseForm {

    private enum Step {
        PROPOSE,
        CONSULT,
        /** Goes on in the diagram as CONSULT: the setting asked for is consulted, and the plan is prepared after that. */
        REQUEST,
        SERVE_AGAIN
    }

    private enum Naming {
        SETTING,
        TYPE,
        OTHERWISE
    }

    private static final int TYPE = 200;
    private static final int CHANGES = 4000;

    private final Plans plans;
    private final PlanQuality quality;
    private final FinalPlanGrounds grounds;
    private final SettingRegister register;
    private final SettingConsultations consultations;
    private final SettingFields settings;
    private final RequestsForSettings requests;
    private final CaseFiles files;
    private final Clock clock;

    PrepareFinalPlanForm(
            Plans plans,
            PlanQuality quality,
            FinalPlanGrounds grounds,
            SettingRegister register,
            SettingConsultations consultations,
            SettingFields settings,
            RequestsForSettings requests,
            CaseFiles files,
            Clock clock) {
        this.plans = plans;
        this.quality = quality;
        this.grounds = grounds;
        this.register = register;
        this.consultations = consultations;
        this.settings = settings;
        this.requests = requests;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "prepare-final-plan";
    }

    /** What was typed about section I. */
    private record TypedNaming(
            Naming naming,
            String urn,
            String type,
            LocalDate consultedOn,
            SettingReply reply,
            SettingKind kind,
            String otherCouncil,
            String otherwiseWhy,
            LocalDate familyConsultedOn) {}

    /** What was typed about section G. */
    private record TypedHealth(LocalDate agreedOn, String agreedBy, String agreedFor, boolean none) {}

    @Override
    public Map<String, Object> record(FormEntry entry) {
        Step chosen = entry.choice("step", "What now", Step.class);
        Step step = chosen == null ? Step.PROPOSE : chosen;
        TypedNaming naming = naming(entry);
        TypedHealth health = health(entry);
        String changes = entry.text("changes", "What was changed");
        notLongerThan(TYPE, naming.type(), "Type of setting");
        notLongerThan(CHANGES, changes, "What was changed");
        Map<RestsOn, String> restsOn = restsOn(entry);
        Wanted considered = settings.considered(entry);
        Asked asked = asked(entry);
        if (step != Step.PROPOSE && entry.variable(Vars.FINAL_STEP) == null) {
            throw new Refusal("This plan began to be finalised before that could be done from here. Consult by letter"
                    + " from the case page, and propose the plan when that is done.");
        }
        switch (step) {
            case CONSULT -> consult(entry, considered);
            case REQUEST -> request(entry, asked);
            case SERVE_AGAIN -> serveAgain(entry, changes, restsOn);
            case PROPOSE -> propose(entry, naming, health, changes, restsOn);
        }
        return Map.of(Vars.FINAL_STEP, (step == Step.REQUEST ? Step.CONSULT : step).name());
    }

    private Asked asked(FormEntry entry) {
        Means how = entry.choice("how", "How it came", Means.class);
        return new Asked(
                entry.text("requestedSetting", "Setting the family asks for"),
                settings.requested(entry),
                entry.text("saidBy", "Who asks for it"),
                entry.date("saidOn", "Asked for on"),
                how == null ? Means.OTHER : how);
    }

    /** A request that arrived in the family's days and is typed after them, or that came late: neither is lost (SCH-01). */
    private void request(FormEntry entry, Asked asked) {
        if (asked.askedFor() == null && asked.wanted().urn() == null) {
            throw new Refusal("Write down the setting the family asks for, or give its URN.");
        }
        requests.keep(entry.reference(), asked, entry.user());
    }

    private static TypedNaming naming(FormEntry entry) {
        return new TypedNaming(
                entry.choice("naming", "Section I is to name", Naming.class),
                entry.text("settingUrn", "URN of the setting"),
                entry.text("settingType", "Type of setting"),
                entry.date("consultedOn", "Setting consulted on"),
                entry.choice("settingReply", "Its reply", SettingReply.class),
                entry.choice("settingKind", "What kind of setting it is", SettingKind.class),
                entry.text("settingCouncil", "The other council that was consulted"),
                entry.text("otherwiseWhy", "Why a school or college would be inappropriate"),
                entry.date("familyConsultedOn", "Family consulted on this on"));
    }

    private static TypedHealth health(FormEntry entry) {
        return new TypedHealth(
                entry.date("healthAgreedOn", "Health body agreed section G on"),
                entry.text("healthAgreedBy", "Who agreed for the health body"),
                entry.text("healthAgreedFor", "Provision it agreed"),
                entry.ticked("noHealthProvision", "Section G contains no health provision"));
    }

    private static Map<RestsOn, String> restsOn(FormEntry entry) {
        Map<RestsOn, String> restsOn = new EnumMap<>(RestsOn.class);
        put(restsOn, RestsOn.REPRESENTATION, entry.text("onRepresentations", "Rest on representations"));
        put(restsOn, RestsOn.PLACEMENT, entry.text("onPlacement", "Rest on the placement"));
        put(restsOn, RestsOn.COUNCIL, entry.text("onCouncil", "The council's own"));
        return restsOn;
    }

    private static void put(Map<RestsOn, String> restsOn, RestsOn what, String typed) {
        if (typed != null) {
            restsOn.put(what, typed);
        }
    }

    private void consult(FormEntry entry, Wanted considered) {
        if (considered.urn() == null) {
            throw new Refusal("Give the URN of the setting to consult.");
        }
        settings.planConsidered(entry, considered);
    }

    /** PLAN-06 may pass meanwhile; its watch warns of it, and has the delay explained to the family. */
    private void serveAgain(FormEntry entry, String changes, Map<RestsOn, String> restsOn) {
        required(changes, "What was changed");
        if (!restsOn.isEmpty()) {
            grounds.keep(entry.reference(), restsOn, entry.user());
        }
        plans.draftAgain(entry.reference());
        LocalDate limit = Moments.day(entry.variable("plan06Due"));
        files.note(
                entry.reference(),
                entry.user(),
                "Draft to be served again",
                changes + " The family gets another 15 days (PLAN-07)."
                        + (today().plusDays(15).isAfter(limit)
                                ? " The 20 weeks end on " + Moments.shown(limit)
                                        + " and will be missed (PLAN-06): explain the delay to the family."
                                : ""));
    }

    private void propose(
            FormEntry entry, TypedNaming naming, TypedHealth health, String changes, Map<RestsOn, String> restsOn) {
        required(naming.naming(), "Section I is to name");
        required(changes, "What was changed");
        if (naming.naming() == Naming.SETTING && naming.urn() == null) {
            throw new Refusal("Give the URN of the setting that section I is to name.");
        }
        if (health.none() == (health.agreedOn() != null)) {
            throw new Refusal(
                    "Give the day the responsible commissioning body agreed section G, or tick that the section"
                            + " contains no health provision. What is not agreed cannot stand there (regulation 12(2)).");
        }
        String reference = entry.reference();
        requireFollowedOrHeard(reference, naming);
        grounds.keep(reference, restsOn, entry.user());
        grounds.requireSettled(reference);
        if (health.agreedOn() != null) {
            grounds.healthAgreed(reference, health.agreedFor(), health.agreedBy(), health.agreedOn(), entry.user());
        }
        switch (naming.naming()) {
            case SETTING -> {
                required(naming.type(), "Type of setting");
                SettingConsultation held = consultation(entry, naming);
                plans.propose(
                        reference,
                        naming.urn(),
                        naming.type(),
                        held.consultedOn(),
                        reply(held),
                        health.agreedOn(),
                        changes);
            }
            case TYPE -> {
                required(naming.type(), "Type of setting");
                plans.propose(reference, null, naming.type(), null, null, health.agreedOn(), changes);
            }
            case OTHERWISE -> {
                otherwise(entry, naming);
                plans.propose(
                        reference, null, org.ehcpathway.plan.Naming.OTHERWISE, null, null, health.agreedOn(), changes);
            }
        }
        quality.requireSettled(reference);
    }

    /** Another setting than one asked for, or a type, is proposed only when all that were asked for have been heard (SCH-01). */
    private void requireFollowedOrHeard(String reference, TypedNaming naming) {
        Long proposed =
                naming.naming() == Naming.SETTING ? register.get(naming.urn()).id() : null;
        if (consultations.requestsOfRight(reference).stream()
                .noneMatch(
                        asked -> asked.settingId() != null && asked.settingId().equals(proposed))) {
            consultations.requireHeard(reference, null);
        }
    }

    /** Section 61: only when a school, college or early years place would be inappropriate, and after consulting the family. */
    private void otherwise(FormEntry entry, TypedNaming naming) {
        required(naming.otherwiseWhy(), "Why a school or college would be inappropriate");
        required(naming.familyConsultedOn(), "Family consulted on this on");
        if (naming.familyConsultedOn().isAfter(today())) {
            throw new Refusal("The family has to be consulted before education otherwise than at a school or college is"
                    + " proposed (section 61). The day given has not come yet.");
        }
        files.note(
                entry.reference(),
                entry.user(),
                "Education otherwise than at a school or college proposed",
                naming.otherwiseWhy() + "\nThe family was consulted on " + Moments.shown(naming.familyConsultedOn())
                        + " (section 61, SCH-08).");
    }

    /**
     * The consultation the naming rests on: that of the register. One that was held in another way is taken in with its day and
     * reply.
     */
    private SettingConsultation consultation(FormEntry entry, TypedNaming naming) {
        String reference = entry.reference();
        Setting setting = register.get(naming.urn());
        SettingConsultation held = consultations.held(reference, setting.id()).orElse(null);
        if (held == null) {
            if (entry.variable(Vars.FINAL_STEP) != null
                    && consultations.of(reference).stream()
                            .anyMatch(one -> one.isOpen() && one.settingId().equals(setting.id()))) {
                throw new Refusal(
                        "The letter to " + setting.name() + " has not gone yet. Sign it; a setting is consulted"
                                + " before it is named (sections 39(2) and 40(3)).");
            }
            if (naming.consultedOn() == null || naming.reply() == null) {
                throw new Refusal("A setting must be consulted before it is named, and " + setting.name()
                        + " has not been. Choose to consult it first.");
            }
            return consultations.held(
                    reference,
                    naming.urn(),
                    naming.kind(),
                    naming.otherCouncil(),
                    naming.consultedOn(),
                    consultationReply(naming.reply()),
                    entry.user());
        }
        if (held.isAwaited(today())) {
            throw new Refusal(setting.name() + " can reply until " + Moments.shown(held.dueOn())
                    + ". Propose it when it has replied, or when that day is over.");
        }
        return held;
    }

    private static ConsultationReply consultationReply(SettingReply reply) {
        return switch (reply) {
            case ACCEPTS -> ConsultationReply.ACCEPTS;
            case OBJECTS -> ConsultationReply.OBJECTS;
            case NONE -> null;
        };
    }

    private static SettingReply reply(SettingConsultation held) {
        if (held.reply() == null) {
            return SettingReply.NONE;
        }
        return held.reply() == ConsultationReply.ACCEPTS ? SettingReply.ACCEPTS : SettingReply.OBJECTS;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
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
