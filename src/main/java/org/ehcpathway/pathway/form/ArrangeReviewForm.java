package org.ehcpathway.pathway.form;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ehcpathway.casefile.Deadline;
import org.ehcpathway.casefile.Deadlines;
import org.ehcpathway.casefile.ReviewStep;
import org.ehcpathway.casefile.Reviews;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterPreparation;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.StatutoryClocks;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** The meeting of an annual review: when, where, who holds it. The invitation is begun with it (REV-06). */
@Component
class ArrangeReviewForm implements CaseForm {

    private final Reviews reviews;
    private final Deadlines deadlines;
    private final LetterPreparation letters;

    ArrangeReviewForm(Reviews reviews, Deadlines deadlines, LetterPreparation letters) {
        this.reviews = reviews;
        this.deadlines = deadlines;
        this.letters = letters;
    }

    @Override
    public String id() {
        return "arrange-review";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        LocalDate on = entry.requiredDate("meetingOn", "Day of the meeting");
        String at = entry.requiredText("meetingAt", "Begins at");
        String place = entry.requiredText("meetingPlace", "Where, or how to join");
        LocalDate adviceBy = entry.requiredDate("adviceBy", "Advice needed by");
        ReviewStep.Holder holder = entry.requiredChoice("holder", "Who holds it", ReviewStep.Holder.class);
        String whyLate = entry.text("whyLate", "Why the meeting cannot be earlier");
        long episode = EpisodeForms.episode(entry);
        reviews.arrange(episode, new Reviews.Arranged(on, at, place, holder, adviceBy, whyLate), entry.user());
        Letter invitation = letters.prepare(
                entry.reference(),
                LetterKind.L_11,
                null,
                Map.of(
                        "meetingOn",
                        on.toString(),
                        "meetingAt",
                        at,
                        "meetingPlace",
                        place,
                        "adviceBy",
                        adviceBy.toString()),
                entry.user());
        List<Deadline> ahead = List.of("REV-06", "REV-07").stream()
                .map(rule -> deadlines.current(entry.reference(), episode, rule).orElseThrow())
                .toList();
        Map<String, Object> variables = new HashMap<>(StatutoryClocks.of(ahead));
        variables.put(Vars.INVITATION_LETTER, invitation.id());
        variables.put(Vars.MEETING_DUE, Moments.due(on));
        variables.put(Vars.SETTING_HOLDS, holder != ReviewStep.Holder.COUNCIL);
        return variables;
    }
}
