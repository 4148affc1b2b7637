package org.ehcpathway.pathway.form;

import java.util.Map;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.security.Roles;
import org.springframework.stereotype.Component;

/** What was found out about an address that a letter did not reach. Where it could, the letter itself has gone by post. */
@Component
class CheckContactForm implements CaseForm {

    private enum Outcome {
        ADDRESS_RIGHT,
        ADDRESS_WRONG
    }

    private final CaseFiles files;

    CheckContactForm(CaseFiles files) {
        this.files = files;
    }

    @Override
    public String id() {
        return "check-contact";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        entry.onlyFor("Addresses are checked by a caseworker or a manager.", Roles.CASEWORKERS, Roles.MANAGERS);
        Outcome outcome = entry.requiredChoice("outcome", "The address", Outcome.class);
        String found = entry.requiredText("found", "What you found out and did");
        files.note(
                entry.reference(),
                entry.user(),
                outcome == Outcome.ADDRESS_RIGHT ? "Address is right" : "Address is wrong",
                found);
        return Map.of();
    }
}
