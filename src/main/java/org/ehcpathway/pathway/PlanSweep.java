package org.ehcpathway.pathway;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.ehcpathway.casefile.Episode;
import org.ehcpathway.casefile.EpisodeKind;
import org.ehcpathway.casefile.PhaseTransfers;
import org.ehcpathway.casefile.PlanRegister;
import org.ehcpathway.casefile.RegisterSettings;
import org.ehcpathway.casefile.RegisterSweep;
import org.ehcpathway.casefile.RegisterSweep.InLastYear;
import org.ehcpathway.statute.Persons;
import org.ehcpathway.statute.PhaseTransfer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The daily sweep over the register of plans: begins what falls due, each episode in a transaction of its own. However often it runs, and
 * on however many nodes, an episode begins once; after a week off it begins what fell due meanwhile. A failure stops no other episode,
 * and is tried again by the next sweep.
 */
@Component
public class PlanSweep {

    private static final Logger LOG = LoggerFactory.getLogger(PlanSweep.class);

    private final RegisterSweep due;
    private final PlanRegister register;
    private final PhaseTransfers transfers;
    private final EpisodeStarts starts;
    private final RegisterSettings settings;
    private final Clock clock;
    private final TransactionTemplate alone;

    PlanSweep(
            RegisterSweep due,
            PlanRegister register,
            PhaseTransfers transfers,
            EpisodeStarts starts,
            RegisterSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.due = due;
        this.register = register;
        this.transfers = transfers;
        this.starts = starts;
        this.settings = settings;
        this.clock = clock;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** What one sweep did: how many episodes it began, and how many failed. */
    public record Swept(int begun, int failed) {

        private Swept and(Swept other) {
            return new Swept(begun + other.begun, failed + other.failed);
        }
    }

    /** Begins whatever is due today. */
    public Swept sweep() {
        LocalDate today = LocalDate.now(clock);
        for (String reference : due.withoutReviewYear()) {
            LOG.warn("No review clock runs for the plan of {}; it is begun now", reference);
            alone.executeWithoutResult(status -> register.beginMissingYear(reference));
        }
        Swept swept = begin(due.due(EpisodeKind.ANNUAL_REVIEW, today.plusWeeks(settings.reviewLeadWeeks())));
        swept = swept.and(beginTransfers(today));
        LOG.info("Swept the register of plans: {} begun, {} failed", swept.begun(), swept.failed());
        return swept;
    }

    private Swept begin(List<Long> episodes) {
        Swept swept = new Swept(0, 0);
        for (Long id : episodes) {
            swept = swept.and(one("Episode " + id, () -> starts.open(id, "process")));
        }
        return swept;
    }

    /** Transfers of this September and the next: with a long lead both can be due to begin. */
    private Swept beginTransfers(LocalDate today) {
        int next = PhaseTransfer.nextYear(today);
        Swept swept = new Swept(0, 0);
        for (LocalDate day : List.of(PhaseTransfer.day(next), PhaseTransfer.day(next + 1))) {
            Set<PhaseTransfer> near = EnumSet.noneOf(PhaseTransfer.class);
            for (PhaseTransfer phase : PhaseTransfer.values()) {
                if (!transfers
                        .dueOn(phase, day)
                        .minusMonths(settings.phaseLeadMonths())
                        .isAfter(today)) {
                    near.add(phase);
                }
            }
            if (!near.isEmpty()) {
                swept = swept.and(beginTransfers(near, day));
            }
        }
        return swept;
    }

    private Swept beginTransfers(Set<PhaseTransfer> near, LocalDate day) {
        Swept swept = new Swept(0, 0);
        for (InLastYear child : due.withoutTransfer(day)) {
            PhaseTransfer phase =
                    transfers.transferOf(child, day).filter(near::contains).orElse(null);
            if (phase != null) {
                swept = swept.and(one("The transfer of " + child.reference(), () -> begin(child, phase, day)));
            }
        }
        return swept;
    }

    private boolean begin(InLastYear child, PhaseTransfer phase, LocalDate day) {
        int year = Persons.nationalCurriculumYear(child.birthDate(), day, child.yearsOutOfCohort());
        Episode planned = transfers.plan(child.reference(), phase, day, child.settingId(), year);
        return starts.open(planned.id(), "process");
    }

    private Swept one(String what, BooleanSupplier begin) {
        try {
            boolean begun = Boolean.TRUE.equals(alone.execute(status -> begin.getAsBoolean()));
            return new Swept(begun ? 1 : 0, 0);
        } catch (RuntimeException failed) {
            LOG.error("{} could not be begun; the next sweep tries again", what, failed);
            return new Swept(0, 1);
        }
    }
}
