package org.ehcpathway.pathway.form;

import java.time.LocalDate;
import java.util.Map;
import org.ehcpathway.casefile.Reviews;
import org.springframework.stereotype.Component;

/** That the advice gathered went round to everybody who is invited to the review (REV-07). */
@Component
class SendReviewPapersForm implements CaseForm {

    private final Reviews reviews;

    SendReviewPapersForm(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public String id() {
        return "send-review-papers";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        LocalDate on = entry.requiredDate("sentOn", "Sent on");
        String papers = entry.requiredText("papers", "What was sent, and to whom");
        reviews.papersSent(EpisodeForms.episode(entry), on, papers, entry.user());
        return Map.of();
    }
}
