package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.casefile.PhaseTransfers;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.plan.PlanKind;
import org.ehcpathway.plan.PlanState;
import org.ehcpathway.plan.PlanVersion;
import org.ehcpathway.plan.Plans;
import org.springframework.stereotype.Component;

/**
 * Looks whether the plan names the setting of the next phase already, because the review amended it so. Where it does not, the
 * amendment is opened that will (regulation 18). Safe to repeat.
 */
@Component("lookAtTransfer")
public class LookAtTransfer implements JavaDelegate {

    private final PhaseTransfers transfers;
    private final Plans plans;

    public LookAtTransfer(PhaseTransfers transfers, Plans plans) {
        this.transfers = transfers;
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reference = (String) execution.getVariable(Vars.CASE);
        long episode = (Long) execution.getVariable(Vars.EPISODE);
        boolean named = transfers.isNamed(episode);
        execution.setVariable(Vars.SETTING_NAMED, named);
        execution.setVariable(Vars.NOTICE_DUE, Moments.due(transfers.noticeBy(episode)));
        if (!named && !isBeingAmended(reference)) {
            plans.proposeAmendments(reference);
        }
    }

    private boolean isBeingAmended(String reference) {
        return plans.of(reference).stream()
                .reduce((earlier, later) -> later)
                .filter(last -> last.kind() == PlanKind.PROPOSED_AMENDMENT)
                .map(PlanVersion::state)
                .filter(state -> state == PlanState.WORKING)
                .isPresent();
    }
}
