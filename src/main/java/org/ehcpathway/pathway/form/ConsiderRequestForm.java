package org.ehcpathway.pathway.form;

import java.time.LocalDate;
import java.util.Map;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.ViewTopic;
import org.ehcpathway.pathway.Vars;
import org.springframework.stereotype.Component;

/** Keeps what the family said when it was consulted (REQ-01), and the caseworker's view for the manager, which the table panel-referral reads. */
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

    ConsiderRequestForm(CaseFiles files) {
        this.files = files;
    }

    @Override
    public String id() {
        return "consider-request";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        String words = entry.text("familyWords", "What the family said");
        String by = entry.text("familyWordsBy", "Who said it");
        LocalDate on = entry.date("familyWordsOn", "Said on");
        String evidence = entry.requiredText("evidence", "Evidence for the decision");
        View view = entry.requiredChoice("advice", "My view", View.class);
        if (words != null) {
            files.keepView(entry.reference(), ViewTopic.REQUEST, by, on, words, entry.user());
        }
        files.note(entry.reference(), entry.user(), "Request considered: " + view.words, evidence);
        return Map.of(Vars.CASEWORKERS_VIEW, view.name());
    }
}
