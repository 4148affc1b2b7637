package org.ehcpathway.pathway;

import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.ehcpathway.plan.audit.AuditGrade;
import org.ehcpathway.plan.audit.AuditScore;
import org.ehcpathway.statute.Refusal;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The council's table plan-audit: which grade the answers of an audit come to. */
@Component
public class GradesOfAudits {

    private final DecisionService decisions;
    private final AsNobody asNobody;

    GradesOfAudits(@Lazy DecisionService decisions, AsNobody asNobody) {
        this.decisions = decisions;
        this.asNobody = asNobody;
    }

    /**
     * The grade that holds today for these answers.
     *
     * @throws Refusal when the table has no row for them
     */
    public AuditGrade of(AuditScore score) {
        DmnDecisionRuleResult row = asNobody.ask(() -> decisions
                .evaluateDecisionTableByKey(
                        "plan-audit",
                        Variables.createVariables()
                                .putValue("score", score.percent())
                                .putValue("legalZeros", score.legalZeros()))
                .getSingleResult());
        if (row == null) {
            throw new Refusal("The table plan-audit has no row for a score of " + score.percent() + " with "
                    + score.legalZeros() + " legal zeros: ask an analyst to add one.");
        }
        return AuditGrade.valueOf(row.getEntry("grade"));
    }
}
