package org.ehcpathway.pathway.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.ViewTopic;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** Keeps the family's representations on the draft, or that none came once the 15 days were over (PLAN-04, PLAN-05). */
@Component
class RecordRepresentationsForm implements CaseForm {

    private enum Given {
        GIVEN,
        NONE
    }

    private final CaseFiles files;
    private final Clock clock;

    RecordRepresentationsForm(CaseFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "record-representations";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        Given given = entry.requiredChoice("answer", "The family's answer", Given.class);
        String words = entry.text("words", "What the family says");
        String by = entry.text("saidBy", "Who says it");
        LocalDate on = entry.date("saidOn", "Said on");
        String setting = entry.text("requestedSetting", "Setting the family asks for");
        boolean meetingWanted = entry.ticked("meetingWanted", "The family wants a meeting");
        LocalDate meetingOn = entry.date("meetingHeldOn", "Meeting held on");
        LocalDate today = LocalDate.now(clock);
        if (given == Given.NONE) {
            LocalDate lastDay = Moments.day(entry.variable(Vars.WINDOW_LAST_DAY));
            if (!today.isAfter(lastDay)) {
                throw new Refusal("The 15 days run until " + Moments.shown(lastDay)
                        + ", that day included. Until then the family can still answer.");
            }
            files.note(
                    entry.reference(), entry.user(), "No representations received", "The 15 days are over (PLAN-04).");
            return Map.of();
        }
        if (words == null && setting == null && !meetingWanted) {
            throw new Refusal("Write down what the family says, or the setting it asks for.");
        }
        if (meetingWanted && meetingOn == null) {
            throw new Refusal(
                    "The family wants a meeting with an officer. Hold it, then give its date (regulation 13(1)).");
        }
        if (meetingOn != null && meetingOn.isAfter(today)) {
            throw new Refusal(
                    "The meeting is on a day that has not come yet. Complete this task when it has been held.");
        }
        if (words != null) {
            files.keepView(entry.reference(), ViewTopic.DRAFT_PLAN, by, on, words, entry.user());
        }
        if (setting != null) {
            files.keepView(entry.reference(), ViewTopic.SETTING, by, on, setting, entry.user());
        }
        if (meetingOn != null) {
            files.note(
                    entry.reference(),
                    entry.user(),
                    "Meeting with the family held",
                    "On " + Moments.shown(meetingOn) + " (PLAN-05).");
        }
        return Map.of();
    }
}
