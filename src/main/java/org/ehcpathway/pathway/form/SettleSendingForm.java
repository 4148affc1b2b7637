package org.ehcpathway.pathway.form;

import java.util.Map;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.letter.LetterSending;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.security.Roles;
import org.springframework.stereotype.Component;

/** What became of a letter that was handed over and never confirmed: only somebody who asks can know. */
@Component
class SettleSendingForm implements CaseForm {

    private enum Outcome {
        HAS_LEFT,
        HAS_NOT_LEFT
    }

    private final LetterSending sending;
    private final CaseFiles files;

    SettleSendingForm(LetterSending sending, CaseFiles files) {
        this.sending = sending;
        this.files = files;
    }

    @Override
    public String id() {
        return "settle-sending";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        entry.onlyFor("A caseworker or a manager settles what became of a letter.", Roles.CASEWORKERS, Roles.MANAGERS);
        Outcome outcome = entry.requiredChoice("outcome", "The letter", Outcome.class);
        String how = entry.requiredText("how", "How you know");
        sending.settle(entry.idVariable(Vars.LETTER), outcome == Outcome.HAS_LEFT, entry.user());
        files.note(
                entry.reference(),
                entry.user(),
                outcome == Outcome.HAS_LEFT ? "Letter found to have left" : "Letter found not to have left",
                how);
        return Map.of();
    }
}
