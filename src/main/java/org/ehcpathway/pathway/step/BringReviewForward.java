package org.ehcpathway.pathway.step;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.casefile.Episode;
import org.ehcpathway.casefile.EpisodeKind;
import org.ehcpathway.casefile.EpisodeState;
import org.ehcpathway.casefile.Episodes;
import org.ehcpathway.casefile.PhaseTransfers;
import org.ehcpathway.casefile.PlanRegister;
import org.ehcpathway.pathway.EpisodeStarts;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.plan.Plans;
import org.springframework.stereotype.Component;

/**
 * Begins the annual review now where none was held in the year before the transfer, because regulation 18 wants the plan reviewed and
 * amended. One that is under way is waited for, and so is another change of the plan, because a plan is changed by one amendment at a
 * time; one that was held is enough. Safe to repeat.
 */
@Component("bringReviewForward")
public class BringReviewForward implements JavaDelegate {

    private final PhaseTransfers transfers;
    private final PlanRegister register;
    private final Episodes episodes;
    private final EpisodeStarts starts;
    private final Plans plans;

    public BringReviewForward(
            PhaseTransfers transfers, PlanRegister register, Episodes episodes, EpisodeStarts starts, Plans plans) {
        this.plans = plans;
        this.transfers = transfers;
        this.register = register;
        this.episodes = episodes;
        this.starts = starts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reference = (String) execution.getVariable(Vars.CASE);
        long transfer = (Long) execution.getVariable(Vars.EPISODE);
        // Held, so that what is waited for cannot end before it is waited for.
        episodes.hold(reference);
        execution.setVariable(
                Vars.REVIEW_AHEAD, isUnderWay(reference) || begin(reference, transfer) || isBeingChanged(reference));
    }

    private boolean isUnderWay(String reference) {
        return !episodes.open(reference, EpisodeKind.ANNUAL_REVIEW).isEmpty();
    }

    private boolean isBeingChanged(String reference) {
        return plans.amendmentsOpenedAt(reference).isPresent();
    }

    private boolean begin(String reference, long transfer) {
        if (transfers.isReviewed(transfer)) {
            return false;
        }
        Optional<Episode> next =
                register.nextReview(reference).filter(review -> review.state() == EpisodeState.PLANNED);
        return next.isPresent() && starts.open(next.get().id(), "process");
    }
}
