package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.SettingConsultation;
import org.ehcpathway.casefile.SettingConsultations;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Notes that a setting has not replied. The council decides without the reply; one that comes late is still taken in. */
@Component("escalateConsultation")
public class EscalateConsultation implements JavaDelegate {

    private final SettingConsultations consultations;
    private final CaseFiles files;
    private final Urgency urgency;

    public EscalateConsultation(SettingConsultations consultations, CaseFiles files, Urgency urgency) {
        this.consultations = consultations;
        this.files = files;
        this.urgency = urgency;
    }

    @Override
    public void execute(DelegateExecution execution) {
        SettingConsultation asked = consultations.get((Long) execution.getVariable(Vars.CONSULTATION));
        files.note(
                (String) execution.getVariable(Vars.CASE),
                "process",
                "No reply of a setting",
                consultations.setting(asked).name() + " was to reply by " + Moments.shown(asked.dueOn())
                        + " (SCH-02). The council must decide without it.");
        urgency.raiseInstance(execution.getProcessInstanceId(), Urgency.LATE);
    }
}
