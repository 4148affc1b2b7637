package org.ehcpathway.pathway;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.ConsultationReason;
import org.ehcpathway.casefile.ConsultationState;
import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.casefile.EhcCase;
import org.ehcpathway.casefile.Means;
import org.ehcpathway.casefile.PhaseTransfers;
import org.ehcpathway.casefile.Representations;
import org.ehcpathway.casefile.SettingConsultation;
import org.ehcpathway.casefile.SettingConsultations;
import org.ehcpathway.casefile.SettingRegister;
import org.ehcpathway.casefile.Stage;
import org.ehcpathway.casefile.ViewTopic;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterPreparation;
import org.ehcpathway.plan.PlanState;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.statute.SettingKind;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in that the family asks for a setting, on whatever day that comes to be typed: until the plan is signed no request made in
 * time is lost because no task was open (PLAN-04, SCH-01). The setting is consulted as soon as its register number is known.
 * Whoever calls must have the right to do so.
 */
@Component
@Transactional
public class RequestsForSettings {

    /** A draft can be written again after it was served. */
    private static final Set<Stage> BEFORE_THE_PLAN = Set.of(Stage.DRAFT, Stage.REPRESENTATIONS, Stage.FINALISE);

    private final CaseFiles files;
    private final Representations representations;
    private final SettingRegister register;
    private final SettingConsultations consultations;
    private final Plans plans;
    private final PhaseTransfers transfers;
    private final LetterPreparation letters;
    private final CouncilSettings council;
    private final AsNobody asNobody;
    private final RuntimeService runtime;
    private final Clock clock;

    RequestsForSettings(
            CaseFiles files,
            Representations representations,
            SettingRegister register,
            SettingConsultations consultations,
            Plans plans,
            PhaseTransfers transfers,
            LetterPreparation letters,
            CouncilSettings council,
            AsNobody asNobody,
            @Lazy RuntimeService runtime,
            Clock clock) {
        this.files = files;
        this.representations = representations;
        this.register = register;
        this.consultations = consultations;
        this.plans = plans;
        this.transfers = transfers;
        this.letters = letters;
        this.council = council;
        this.asNobody = asNobody;
        this.runtime = runtime;
        this.clock = clock;
    }

    /**
     * A setting: its register number, what it is in law, and the other council that maintains it.
     *
     * @param urn null where nobody knows it yet
     * @param otherCouncil null where it is this council's or no council's
     */
    public record Wanted(String urn, SettingKind kind, String otherCouncil) {}

    /**
     * A request of the family.
     *
     * @param askedFor as the family named it; may be null where the register number says it
     * @param on the day it arrived
     */
    public record Asked(String askedFor, Wanted wanted, String askedBy, LocalDate on, Means how) {}

    /** Keeps a request and has the setting consulted, by the letter that is prepared at once. */
    public void take(String reference, Asked asked, String by) {
        requireOpen(reference);
        if (asked.askedFor() == null && asked.wanted().urn() == null) {
            throw new Refusal("Write down the setting the family asks for, or give its URN.");
        }
        keep(reference, asked, by);
        begin(reference);
    }

    /**
     * Keeps which setting a request without a register number meant, and has it consulted; or why it meant none.
     *
     * @param whyNone null when it meant one
     */
    public void settle(String reference, long requestId, Wanted meant, String whyNone, String by) {
        requireOpen(reference);
        consultations.meant(reference, requestId, meant.urn(), meant.kind(), whyNone, by);
        if (meant.urn() != null) {
            plan(reference, meant, reasonOf(meant.kind()), by);
            begin(reference);
        }
    }

    /**
     * Whether a request can be taken in: the draft, or the amendment notice, has gone to the family and the plan is not signed; or a phase
     * transfer is under way.
     */
    @Transactional(readOnly = true)
    public boolean areOpen(String reference) {
        EhcCase c = files.get(reference);
        if (c.stage() == Stage.PLAN_FINALISED) {
            return plans.areAmendmentsProposed(reference)
                    || !transfers.open(reference).isEmpty();
        }
        return c.isOpen()
                && BEFORE_THE_PLAN.contains(c.stage())
                && plans.servedDraft(reference).isPresent()
                && plans.of(reference).stream()
                        .noneMatch(version -> version.kind().isFinal() && version.state() != PlanState.WORKING);
    }

    /** Keeps a request; its consultation is planned and begins when the diagram or {@link #take} says so. */
    public void keep(String reference, Asked asked, String by) {
        Wanted wanted = asked.wanted();
        String name = asked.askedFor() != null
                ? asked.askedFor()
                : register.get(wanted.urn()).name();
        representations.keep(reference, ViewTopic.SETTING, asked.askedBy(), asked.on(), name, asked.how(), by);
        consultations.ask(reference, name, wanted.urn(), wanted.kind(), asked.askedBy(), asked.on(), by);
        if (wanted.urn() != null) {
            plan(reference, wanted, reasonOf(wanted.kind()), by);
        }
    }

    /** Has a setting consulted, when the diagram says so. */
    public void plan(String reference, Wanted wanted, ConsultationReason why, String by) {
        if (wanted.kind() == null) {
            throw new Refusal(
                    "Choose what kind of setting it is: it settles who else is consulted, and what follows from"
                            + " naming it.");
        }
        if (wanted.otherCouncil() != null) {
            checkAddressee(wanted.otherCouncil());
        }
        consultations.plan(reference, wanted.urn(), wanted.kind(), why, wanted.otherCouncil(), by);
    }

    /** Only a setting of section 38(3) is consulted because it was asked for; any other because the council thinks of it. */
    private static ConsultationReason reasonOf(SettingKind kind) {
        return kind == null || kind.canBeAskedFor() ? ConsultationReason.REQUESTED : ConsultationReason.CONSIDERED;
    }

    /** As the letter will want it; found there, it would be too late to say so to the person who types. */
    private void checkAddressee(String otherCouncil) {
        letters.questions(LetterKind.L_09).stream()
                .filter(question -> question.name().equals("otherCouncil"))
                .forEach(question -> question.checked(otherCouncil, LocalDate.now(clock)));
    }

    private void requireOpen(String reference) {
        if (!areOpen(reference)) {
            throw new Refusal(
                    "A setting can be asked for once the draft plan has gone to the family, or a notice of"
                            + " amendments, and until the plan is signed (section 38(2), regulation 22(2)). Keep what the family says under “What the family says”.");
        }
    }

    /** Begins the instance of one consultation that is planned, and leaves the others of the case waiting. */
    public void begin(String reference, long consultationId) {
        EhcCase c = files.get(reference);
        begin(reference, consultations.get(consultationId), c.team(), managersOf(c));
    }

    private void begin(String reference) {
        EhcCase c = files.get(reference);
        begin(reference, c.team(), managersOf(c));
    }

    private String managersOf(EhcCase c) {
        return council.team(c.team())
                .map(CouncilSettings.Team::managerGroup)
                .orElseThrow(() -> new Refusal("The team of the case is not in the settings of the council."));
    }

    /**
     * Begins an instance of {@code setting-consultation} for every setting that is to be consulted. Each is an instance of its own,
     * because it outlives the step that began it: a late reply is taken in until the plan is final, and nobody waits for it.
     */
    public void begin(String reference, Object team, Object managerTeam) {
        for (SettingConsultation planned : consultations.of(reference)) {
            begin(reference, planned, team, managerTeam);
        }
    }

    private void begin(String reference, SettingConsultation planned, Object team, Object managerTeam) {
        if (planned.state() == ConsultationState.PLANNED) {
            Map<String, Object> variables = new HashMap<>();
            variables.put(Vars.CASE, reference);
            variables.put(Vars.TEAM, team);
            variables.put(Vars.MANAGER_TEAM, managerTeam);
            variables.put(Vars.CONSULTATION, planned.id());
            asNobody.ask(() -> runtime.startProcessInstanceByKey("setting-consultation", reference, variables));
        }
    }
}
