package org.ehcpathway.pathway.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Deadlines;
import org.ehcpathway.casefile.Stage;
import org.ehcpathway.pathway.StatutoryClocks;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.pathway.form.CaseForms;
import org.springframework.stereotype.Component;

/**
 * Takes a case whose refusal was changed back onto the road, behind the decision: to the advice after a yes to assessing, to the
 * draft after a yes to a plan; after a refusal at the first look, to the invitation of views and evidence. The clocks are those of the request (W v Hertfordshire: the law gives no new one), so a limit that
 * has passed meanwhile is escalated and explained at once.
 */
@Component("reenterPathway")
public class ReenterPathway implements JavaDelegate {

    private static final List<String> CLOCKS = List.of("REQ-04", "PLAN-01", "PLAN-06");

    private final CaseFiles files;
    private final Deadlines deadlines;

    public ReenterPathway(CaseFiles files, Deadlines deadlines) {
        this.files = files;
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reference = (String) execution.getVariable(Vars.CASE);
        boolean beforeTheDecision = Boolean.TRUE.equals(execution.getVariable(Vars.CONSIDERS_ASSESSING));
        boolean toTheAdvice = files.get(reference).stage() == Stage.REQUEST;
        String next = beforeTheDecision
                ? "callActivity_decideToAssess"
                : toTheAdvice ? "callActivity_gatherAdvice" : "callActivity_draftPlan";
        CaseForms.goOn(() -> execution
                .getProcessEngineServices()
                .getRuntimeService()
                .createProcessInstanceByKey("needs-assessment")
                .businessKey(reference)
                .setVariables(StatutoryClocks.of(CLOCKS.stream()
                        .map(rule -> deadlines.current(reference, rule))
                        .flatMap(Optional::stream)
                        .toList()))
                .setVariables(Map.of(
                        Vars.CASE,
                        reference,
                        Vars.TEAM,
                        execution.getVariable(Vars.TEAM),
                        Vars.MANAGER_TEAM,
                        execution.getVariable(Vars.MANAGER_TEAM),
                        beforeTheDecision ? Vars.CONSIDERS_ASSESSING : Vars.ASSESS,
                        true))
                .startBeforeActivity(next)
                .execute());
    }
}
