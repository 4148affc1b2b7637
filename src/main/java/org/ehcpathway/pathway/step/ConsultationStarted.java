package org.ehcpathway.pathway.step;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.ehcpathway.casefile.Setting;
import org.ehcpathway.casefile.SettingConsultation;
import org.ehcpathway.casefile.SettingConsultations;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.statute.WorkingDays;
import org.springframework.stereotype.Component;

/** Begins the letter to one setting and tells the instance whose reply it waits for. */
@Component("consultationStarted")
public class ConsultationStarted implements ExecutionListener {

    /** The council's own target for the letter; every day is taken from the 20 weeks of the family. */
    private static final int TARGET_IN_WORKING_DAYS = 2;

    private final SettingConsultations consultations;
    private final ConsultationLetters letters;
    private final WorkingDays workingDays;
    private final Clock clock;

    public ConsultationStarted(
            SettingConsultations consultations, ConsultationLetters letters, WorkingDays workingDays, Clock clock) {
        this.consultations = consultations;
        this.letters = letters;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        SettingConsultation planned = consultations.get((Long) execution.getVariable(Vars.CONSULTATION));
        Setting setting = consultations.setting(planned);
        long letter = letters.begin((String) execution.getVariable(Vars.CASE), planned, setting);
        consultations.begun(planned.id(), letter);
        execution.setVariable(Vars.LETTER, letter);
        execution.setVariable(Vars.SETTING_GROUP, setting.adviserGroup());
        execution.setVariable("settingName", setting.name());
        execution.setVariable(
                Vars.CONSULTATION_LETTER_DUE,
                Moments.due(workingDays.plus(LocalDate.now(clock), TARGET_IN_WORKING_DAYS)));
    }
}
