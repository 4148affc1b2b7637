package org.ehcpathway.pathway.form;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Deadline;
import org.ehcpathway.casefile.Deadlines;
import org.ehcpathway.casefile.Reviews;
import org.ehcpathway.casefile.Setting;
import org.ehcpathway.casefile.ViewTopic;
import org.ehcpathway.pathway.StatutoryClocks;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** Whether the review meeting took place, and when: the clocks of report and decision begin on that day (REV-08, REV-09, REV-13). */
@Component
class RecordReviewMeetingForm implements CaseForm {

    private enum Outcome {
        HELD,
        NOT_HELD
    }

    private final Reviews reviews;
    private final Deadlines deadlines;
    private final CaseFiles files;

    RecordReviewMeetingForm(Reviews reviews, Deadlines deadlines, CaseFiles files) {
        this.reviews = reviews;
        this.deadlines = deadlines;
        this.files = files;
    }

    @Override
    public String id() {
        return "record-review-meeting";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        Outcome outcome = entry.requiredChoice("outcome", "The meeting", Outcome.class);
        LocalDate on = entry.date("heldOn", "Held on");
        String words = entry.requiredText("words", "Who came, or why it was not held");
        String views = entry.words("views", "What the family said, in its own words");
        String saidBy = entry.text("saidBy", "Who said it");
        long episode = EpisodeForms.episode(entry);
        if (outcome == Outcome.NOT_HELD) {
            reviews.notHeld(episode, words, entry.user());
            return Map.of(Vars.MEETING_HELD, false);
        }
        if (on == null) {
            throw new Refusal("Please fill in “Held on”.");
        }
        reviews.held(episode, on, words, entry.user());
        if (views != null) {
            if (saidBy == null) {
                throw new Refusal("Please fill in “Who said it”.");
            }
            files.keepView(entry.reference(), ViewTopic.MEETING, saidBy, on, views, entry.user());
        }
        List<Deadline> clocks = Stream.of("REV-08", "REV-09")
                .map(rule -> deadlines.current(entry.reference(), episode, rule).orElseThrow())
                .toList();
        Map<String, Object> variables = new HashMap<>(StatutoryClocks.of(clocks));
        variables.put(Vars.MEETING_HELD, true);
        variables.put(Vars.SETTING_GROUP, reporters(entry));
        return variables;
    }

    /** The setting that holds the review gives the report in its own queue; otherwise, and where none is attended, the team does. */
    private String reporters(FormEntry entry) {
        Setting setting = files.whole(entry.reference()).setting();
        boolean holds = "true".equals(entry.variable(Vars.SETTING_HOLDS));
        return holds && setting != null ? setting.adviserGroup() : entry.variable(Vars.TEAM);
    }
}
