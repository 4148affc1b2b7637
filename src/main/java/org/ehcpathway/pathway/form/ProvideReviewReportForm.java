package org.ehcpathway.pathway.form;

import java.util.HashMap;
import java.util.Map;
import org.ehcpathway.casefile.ReviewStep;
import org.ehcpathway.casefile.Reviews;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterPreparation;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** The report of the review meeting, by the head or by the council (REV-08). The letter that takes it to everybody is begun with it. */
@Component
class ProvideReviewReportForm implements CaseForm {

    private final Reviews reviews;
    private final LetterPreparation letters;

    ProvideReviewReportForm(Reviews reviews, LetterPreparation letters) {
        this.reviews = reviews;
        this.letters = letters;
    }

    @Override
    public String id() {
        return "provide-review-report";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        ReviewStep.Recommends recommends =
                entry.requiredChoice("recommends", "The meeting recommends", ReviewStep.Recommends.class);
        String changes = entry.text("changes", "Changes recommended");
        String differences = entry.text("differences", "Where people recommended different things");
        long episode = EpisodeForms.episode(entry);
        Long paper = entry.idVariable(Vars.UPLOADED_DOCUMENT);
        reviews.report(episode, recommends, changes, differences, paper, entry.user());
        Map<String, String> facts = new HashMap<>();
        facts.put("meetingOn", reviews.held(episode).orElseThrow().onDay().toString());
        facts.put("recommended", changes == null ? words(recommends) : changes);
        if (differences != null) {
            facts.put("differences", differences);
        }
        Letter report = letters.prepare(entry.reference(), LetterKind.L_12, null, facts, entry.user());
        letters.enclose(report.id(), paper, "Report of the review meeting, with the advice", entry.user());
        return Map.of(Vars.REPORT_LETTER, report.id());
    }

    private static String words(ReviewStep.Recommends recommends) {
        return switch (recommends) {
            case KEEP -> "The plan should stay as it is.";
            case AMEND -> "The plan should be changed.";
            case CEASE -> "The plan is no longer necessary and should end.";
        };
    }
}
