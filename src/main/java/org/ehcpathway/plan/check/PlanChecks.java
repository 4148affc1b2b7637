package org.ehcpathway.plan.check;

import java.util.List;
import org.ehcpathway.plan.PlanText;
import org.springframework.stereotype.Component;

/** The checks of a plan: the same plan and the same facts always give the same findings. */
@Component
public class PlanChecks {

    private final WordChecks words = new WordChecks(VagueWords.fromClasspath());

    /**
     * Everything found in a version, in the order of the plan.
     *
     * @param moment what is about to happen to it
     */
    public List<Finding> of(PlanText text, PlanFacts facts, Moment moment) {
        Findings findings = new Findings(text);
        LawChecks.check(findings, facts, moment);
        ThreadChecks.check(findings);
        ProvisionChecks.check(findings);
        OutcomeChecks.check(findings);
        AdviceChecks.check(findings, facts);
        words.check(findings);
        return findings.inOrder();
    }
}
