package org.ehcpathway.pathway.form;

import java.time.LocalDate;
import java.util.Map;
import org.ehcpathway.casefile.ConsultationReply;
import org.ehcpathway.casefile.NewReply;
import org.ehcpathway.casefile.SettingConsultations;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** What a setting says to being named in the plan, typed by the setting itself or by the caseworker who got its answer (SCH-02). */
@Component
class RecordSettingReplyForm implements CaseForm {

    private final SettingConsultations consultations;

    RecordSettingReplyForm(SettingConsultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public String id() {
        return "record-setting-reply";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        ConsultationReply reply = entry.requiredChoice("reply", "The setting", ConsultationReply.class);
        boolean unsuitable = entry.ticked("unsuitable", "Unsuitable");
        boolean others = entry.ticked("educationOfOthers", "Efficient education of others");
        boolean resources = entry.ticked("useOfResources", "Efficient use of resources");
        String facts = entry.words("facts", "What the setting says");
        String by = entry.requiredText("repliedBy", "Who replies");
        LocalDate on = entry.requiredDate("repliedOn", "Replied on");
        String council = entry.words("councilReply", "What the other council says");
        Long consultation = entry.idVariable(Vars.CONSULTATION);
        if (consultation == null) {
            throw new Refusal("This task belongs to no consultation of a setting.");
        }
        consultations.reply(
                consultation, new NewReply(reply, unsuitable, others, resources, facts, by, on, council), entry.user());
        return Map.of();
    }
}
