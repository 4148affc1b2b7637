package org.ehcpathway.pathway.step;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.casefile.ConsultationState;
import org.ehcpathway.casefile.SettingConsultation;
import org.ehcpathway.casefile.SettingConsultations;
import org.ehcpathway.pathway.Vars;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Begins an instance of {@code setting-consultation} for every setting that is to be consulted. Each is an instance of its own,
 * because it outlives the step that began it: a late reply is taken in until the plan is final, and nobody waits for it.
 */
@Component("consultSettings")
public class ConsultSettings implements JavaDelegate {

    private final SettingConsultations consultations;
    private final RuntimeService runtime;

    public ConsultSettings(SettingConsultations consultations, @Lazy RuntimeService runtime) {
        this.consultations = consultations;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reference = (String) execution.getVariable(Vars.CASE);
        for (SettingConsultation planned : consultations.of(reference)) {
            if (planned.state() == ConsultationState.PLANNED) {
                Map<String, Object> variables = new HashMap<>();
                variables.put(Vars.CASE, reference);
                variables.put(Vars.TEAM, execution.getVariable(Vars.TEAM));
                variables.put(Vars.MANAGER_TEAM, execution.getVariable(Vars.MANAGER_TEAM));
                variables.put(Vars.CONSULTATION, planned.id());
                runtime.startProcessInstanceByKey("setting-consultation", reference, variables);
            }
        }
    }
}
