package org.ehcpathway.pathway;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongPredicate;
import org.ehcpathway.casefile.EpisodeKind;
import org.ehcpathway.casefile.PlanRegister;
import org.ehcpathway.casefile.RegisterSettings;
import org.ehcpathway.casefile.RegisterSweep;
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
    private final EpisodeStarts starts;
    private final RegisterSettings settings;
    private final Clock clock;
    private final TransactionTemplate alone;

    PlanSweep(
            RegisterSweep due,
            PlanRegister register,
            EpisodeStarts starts,
            RegisterSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.due = due;
        this.register = register;
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
        LOG.info("Swept the register of plans: {} begun, {} failed", swept.begun(), swept.failed());
        return swept;
    }

    private Swept begin(List<Long> episodes) {
        Swept swept = new Swept(0, 0);
        for (Long id : episodes) {
            swept = swept.and(one(id, episode -> starts.open(episode, "process")));
        }
        return swept;
    }

    private Swept one(long id, LongPredicate begin) {
        try {
            boolean begun = Boolean.TRUE.equals(alone.execute(status -> begin.test(id)));
            return new Swept(begun ? 1 : 0, 0);
        } catch (RuntimeException failed) {
            LOG.error("Episode {} could not be begun; the next sweep tries again", id, failed);
            return new Swept(0, 1);
        }
    }
}
