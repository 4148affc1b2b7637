package org.ehcpathway.pathway;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.ehcpathway.casefile.PhaseTransfers;
import org.ehcpathway.casefile.Transfer;
import org.ehcpathway.plan.Naming;
import org.ehcpathway.plan.PlanVersion;
import org.ehcpathway.plan.Plans;
import org.springframework.stereotype.Component;

/**
 * From when on requests for a setting and consultations count for what section I names next: those of the amendment under way and, for
 * the next phase, those since the transfer began, for the family is asked before the review that it brings forward.
 */
@Component
public class NamingWindow {

    private final Plans plans;
    private final PhaseTransfers transfers;

    NamingWindow(Plans plans, PhaseTransfers transfers) {
        this.plans = plans;
        this.transfers = transfers;
    }

    /** Since when they count for the plan that is proposed; empty where every one ever made does. */
    public Optional<Instant> ofProposal(String reference) {
        return transfers.open(reference).stream().anyMatch(transfer -> isNamedFrom(reference, transfer))
                ? ofCase(reference)
                : plans.amendmentsOpenedAt(reference);
    }

    /** The same for whatever is under way in the case. */
    public Optional<Instant> ofCase(String reference) {
        return Stream.concat(plans.amendmentsOpenedAt(reference).stream(), transfers.begunAt(reference).stream())
                .min(Instant::compareTo);
    }

    /** Whether a phase transfer waits for a plan that names its setting, which the proposed or the latest plan does not. */
    public boolean isTransferWaiting(String reference) {
        return transfers.open(reference).stream().anyMatch(transfer -> !isNamedFrom(reference, transfer));
    }

    private boolean isNamedFrom(String reference, Transfer transfer) {
        return plans.proposed(reference)
                .map(PlanVersion::naming)
                .map(Naming::startsOn)
                .filter(transfer.transferOn()::equals)
                .isPresent();
    }
}
