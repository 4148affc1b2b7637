package org.ehcpathway.pathway.form;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.DecisionKind;
import org.ehcpathway.casefile.Reviews;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterPreparation;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/**
 * The decision after a review meeting: keep the plan or amend it (REV-09). It does not wait for the report, whose two weeks belong to
 * the school while the council's four go on. A plan is ceased by its own process, which first asks the family and the head (regulation
 * 31(1)); that decision then ends this review.
 */
@Component
class DecideReviewForm implements CaseForm {

    private enum Verdict {
        KEEP,
        AMEND
    }

    private final CaseFiles files;
    private final Reviews reviews;
    private final Plans plans;
    private final LetterPreparation letters;

    DecideReviewForm(CaseFiles files, Reviews reviews, Plans plans, LetterPreparation letters) {
        this.files = files;
        this.reviews = reviews;
        this.plans = plans;
        this.letters = letters;
    }

    @Override
    public String id() {
        return "decide-review";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        entry.onlyFor("The decision after a review is a manager's.", Roles.MANAGERS);
        Verdict verdict = entry.requiredChoice("verdict", "The decision", Verdict.class);
        String reasons = entry.requiredText("reasons", "Reasons");
        boolean withoutReport = entry.ticked("withoutReport", "Decided without the report");
        long episode = EpisodeForms.episode(entry);
        if (reviews.report(episode).isEmpty() && !withoutReport) {
            throw new Refusal(
                    "The report of the meeting is not here yet. Wait for it, or tick that you decide without it: the four weeks do not wait.");
        }
        LocalDate meeting = reviews.held(episode)
                .orElseThrow(() -> new Refusal("The meeting has not been recorded as held yet."))
                .onDay();
        return switch (verdict) {
            case KEEP -> {
                decide(
                        entry,
                        episode,
                        DecisionKind.KEEP_PLAN,
                        "SEND Regulations 2014 reg 20(10)(a), 21(9)(a)",
                        reasons);
                Letter letter = letters.prepare(
                        entry.reference(),
                        LetterKind.L_13,
                        null,
                        Map.of("meetingOn", meeting.toString(), "reasons", reasons),
                        entry.user());
                yield decided(verdict, letter);
            }
            case AMEND -> {
                decide(
                        entry,
                        episode,
                        DecisionKind.AMEND_PLAN,
                        "SEND Regulations 2014 reg 20(10)(b), 21(9)(b)",
                        reasons);
                plans.proposeAmendments(entry.reference());
                yield decided(verdict, null);
            }
        };
    }

    private void decide(FormEntry entry, long episode, DecisionKind kind, String ground, String reasons) {
        files.decide(entry.reference(), episode, kind, ground, reasons, null, Map.of(), entry.user());
    }

    private static Map<String, Object> decided(Verdict verdict, Letter letter) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(Vars.REVIEW_DECISION, verdict.name());
        variables.put(Vars.DECISION_LETTER, letter == null ? null : letter.id());
        return variables;
    }
}
