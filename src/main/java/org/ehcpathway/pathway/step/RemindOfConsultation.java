package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.SettingConsultation;
import org.ehcpathway.casefile.SettingConsultations;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Reminds the setting and the caseworker that the 15 days for a reply are nearly over. */
@Component("remindOfConsultation")
public class RemindOfConsultation implements JavaDelegate {

    private final SettingConsultations consultations;
    private final CaseFiles files;
    private final Urgency urgency;

    public RemindOfConsultation(SettingConsultations consultations, CaseFiles files, Urgency urgency) {
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
                "Reply of a setting due soon",
                consultations.setting(asked).name() + " can reply until " + Moments.shown(asked.dueOn())
                        + " (SCH-02).");
        urgency.raiseInstance(execution.getProcessInstanceId(), Urgency.NEAR);
    }
}
