package org.ehcpathway.pathway.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.ViewTopic;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.statute.Timescales;
import org.springframework.stereotype.Component;

/**
 * Keeps what the family said when it was consulted (REQ-01), the first look at whether a plan may be necessary (REQ-02, REQ-03),
 * and the caseworker's view for the manager, which the table panel-referral reads.
 */
@Component
class ConsiderRequestForm implements CaseForm {

    private enum View {
        ASSESS("Assess"),
        NOT_ASSESS("Do not assess"),
        UNSURE("Unsure");

        private final String words;

        View(String words) {
            this.words = words;
        }
    }

    private final CaseFiles files;
    private final Timescales timescales;
    private final Clock clock;

    ConsiderRequestForm(CaseFiles files, Timescales timescales, Clock clock) {
        this.files = files;
        this.timescales = timescales;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "consider-request";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        String words = entry.words("familyWords", "What the family said");
        String by = entry.text("familyWordsBy", "Who said it");
        LocalDate on = entry.date("familyWordsOn", "Said on");
        String evidence = entry.requiredText("evidence", "Evidence for the decision");
        boolean mayBeNecessary =
                entry.requiredChoice("planMayBeNecessary", "May a plan be necessary?", Answer.class) == Answer.YES;
        LocalDate assessedOn = entry.date("assessedOn", "Last assessed on");
        View given = entry.choice("advice", "My view", View.class);
        boolean assessedLately = assessedLately(assessedOn);
        boolean considers = mayBeNecessary && !assessedLately;
        View view = considers ? required(given) : View.NOT_ASSESS;
        if (words == null && by != null) {
            throw new Refusal("Write what the family said, or leave out who said it.");
        }
        if (words != null) {
            files.keepView(entry.reference(), ViewTopic.REQUEST, by, on, words, entry.user());
        }
        files.note(entry.reference(), entry.user(), "Request considered: " + view.words, evidence);
        if (!mayBeNecessary) {
            files.note(entry.reference(), entry.user(), "First look: a plan is not necessary", null);
        }
        if (assessedLately) {
            files.note(
                    entry.reference(),
                    entry.user(),
                    "First look: assessed in the previous six months",
                    "Last assessed on " + Moments.shown(assessedOn) + " (REQ-05).");
        }
        return Map.of(Vars.CASEWORKERS_VIEW, view.name(), Vars.CONSIDERS_ASSESSING, considers);
    }

    /** Within six months of an assessment there is no duty to consider another one, only a power (section 36(6)(b), REQ-05). */
    private boolean assessedLately(LocalDate assessedOn) {
        if (assessedOn == null) {
            return false;
        }
        LocalDate today = LocalDate.now(clock);
        if (assessedOn.isAfter(today)) {
            throw new Refusal("Check the day of the last assessment; it is in the future.");
        }
        return !today.isAfter(timescales.due("REQ-05", assessedOn).due());
    }

    private static View required(View given) {
        if (given == null) {
            throw new Refusal("Please fill in “My view”.");
        }
        return given;
    }
}
