package org.ehcpathway.pathway.form;

import java.time.LocalDate;
import java.util.Map;
import org.ehcpathway.casefile.Means;
import org.ehcpathway.casefile.Meetings;
import org.ehcpathway.casefile.Representations;
import org.ehcpathway.casefile.ViewTopic;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** A meeting the family asked for: arranged, held, or given up by the family. There is no way to refuse it (PLAN-05). */
@Component
class ArrangeMeetingForm implements CaseForm {

    private enum Outcome {
        ARRANGED,
        HELD,
        WITHDRAWN
    }

    private final Meetings meetings;
    private final Representations representations;

    ArrangeMeetingForm(Meetings meetings, Representations representations) {
        this.meetings = meetings;
        this.representations = representations;
    }

    @Override
    public String id() {
        return "arrange-meeting";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        Outcome outcome = entry.requiredChoice("outcome", "The meeting", Outcome.class);
        LocalDate on = entry.requiredDate("onDay", "Day");
        String place = entry.text("place", "Where");
        String who = entry.text("who", "Who");
        String result = entry.text("result", "What came of it");
        String words = entry.words("words", "What the family said");
        switch (outcome) {
            case ARRANGED -> meetings.arranged(entry.reference(), on, place, entry.user());
            case WITHDRAWN -> meetings.withdrawn(entry.reference(), on, who, entry.user());
            case HELD -> {
                meetings.held(entry.reference(), on, who, result, entry.user());
                if (words != null) {
                    representations.keep(
                            entry.reference(),
                            ViewTopic.MEETING,
                            shortened(who),
                            on,
                            words,
                            Means.MEETING,
                            entry.user());
                }
            }
        }
        return Map.of(Vars.MEETING_OVER, outcome != Outcome.ARRANGED);
    }

    /** Who took part can be many; the words name those that fit. */
    private static String shortened(String who) {
        return who.length() <= 200 ? who : who.substring(0, 199) + "…";
    }
}
