package org.ehcpathway.pathway.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.Documents;
import org.ehcpathway.casefile.EpisodeKind;
import org.ehcpathway.casefile.Episodes;
import org.ehcpathway.casefile.ReviewStep;
import org.ehcpathway.casefile.Reviews;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterPreparation;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.plan.Plans;
import org.ehcpathway.plan.compare.AmendmentNotice;
import org.ehcpathway.plan.compare.AmendmentNotices;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/**
 * The proposed amendments, written on the Plan page of the case (regulations 22(2) and 28). The notice to the family is begun with
 * them: the plan as it is, exactly what is to change, and the evidence.
 */
@Component
class WriteAmendmentsForm implements CaseForm {

    private final Plans plans;
    private final AmendmentNotices notices;
    private final Episodes episodes;
    private final Reviews reviews;
    private final Documents documents;
    private final LetterPreparation letters;

    WriteAmendmentsForm(
            Plans plans,
            AmendmentNotices notices,
            Episodes episodes,
            Reviews reviews,
            Documents documents,
            LetterPreparation letters) {
        this.episodes = episodes;
        this.plans = plans;
        this.notices = notices;
        this.reviews = reviews;
        this.documents = documents;
        this.letters = letters;
    }

    @Override
    public String id() {
        return "write-amendments";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        String changes = entry.requiredText("changes", "The changes in words");
        boolean onlySectionI = entry.ticked("onlySectionI", "Only section I is to change");
        long episode = EpisodeForms.episode(entry);
        String reference = entry.reference();
        AmendmentNotice notice = notices.of(reference);
        boolean isTransfer = episodes.get(episode).kind() == EpisodeKind.PHASE_TRANSFER;
        // A proposal leaves section I open; a phase transfer, and now and then another amendment, changes nothing else.
        if (notice.changes().isEmpty() && !isTransfer && !onlySectionI) {
            throw new Refusal(
                    "Nothing is changed yet. Open the Plan page of the case, change what is to be changed, and come back; or tick that"
                            + " only section I is to change.");
        }
        if (!notice.changes().isEmpty() && onlySectionI) {
            throw new Refusal(
                    "More than section I is changed on the Plan page. Leave the tick out, or take the changes back.");
        }
        List<String> faults = plans.faults(reference);
        if (!faults.isEmpty()) {
            throw new Refusal("The proposed plan is not ready. " + faults.get(0) + " Open the Plan page of the case.");
        }
        Map<String, String> facts = new HashMap<>();
        facts.put("changes", changes);
        reviews.held(episode)
                .ifPresent(held -> facts.put("meetingOn", held.onDay().toString()));
        Letter letter = letters.prepare(reference, LetterKind.L_15, null, facts, entry.user());
        // The evidence for the changes (regulation 22(2)(a)); a caseworker may enclose more on the letter's page.
        reviews.report(episode)
                .map(ReviewStep::documentId)
                .map(documents::get)
                .ifPresent(report -> enclose(letter, report, entry.user()));
        return Map.of(Vars.DECISION_LETTER, letter.id());
    }

    private void enclose(Letter letter, Document report, String by) {
        letters.enclose(letter.id(), report.id(), "Report of the review meeting, with the advice", by);
    }
}
