package org.ehcpathway.pathway.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** Keeps how a person of the service turned to a family whose child has died. No machine writes to them. */
@Component
class WriteInPersonForm implements CaseForm {

    private final CaseFiles files;
    private final Clock clock;

    WriteInPersonForm(CaseFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "write-in-person";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        entry.onlyFor("A manager turns to the family.", Roles.MANAGERS);
        LocalDate on = entry.requiredDate("doneOn", "Done on");
        String what = entry.requiredText("done", "What was done, by whom and how");
        if (on.isAfter(LocalDate.now(clock))) {
            throw new Refusal("Check the day; it has not come yet.");
        }
        files.note(entry.reference(), entry.user(), "Turned to the family in person", Moments.shown(on) + ". " + what);
        return Map.of();
    }
}
