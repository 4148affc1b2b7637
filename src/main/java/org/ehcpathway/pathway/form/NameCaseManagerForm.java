package org.ehcpathway.pathway.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.casefile.EhcCase;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterPreparation;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.pathway.Moments;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.statute.WorkingDays;
import org.springframework.stereotype.Component;

/** Names the case manager of an assessment and prepares the letter in which they introduce themself (S-03, O-02). */
@Component
class NameCaseManagerForm implements CaseForm {

    private static final int INTRODUCE_WITHIN_WORKING_DAYS = 2;

    private final CaseFiles files;
    private final Colleagues colleagues;
    private final CouncilSettings council;
    private final LetterPreparation preparation;
    private final WorkingDays workingDays;
    private final Clock clock;

    NameCaseManagerForm(
            CaseFiles files,
            Colleagues colleagues,
            CouncilSettings council,
            LetterPreparation preparation,
            WorkingDays workingDays,
            Clock clock) {
        this.files = files;
        this.colleagues = colleagues;
        this.council = council;
        this.preparation = preparation;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "name-case-manager";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        entry.onlyFor("The case manager is named by a manager.", Roles.MANAGERS);
        String chosen = entry.text("caseManager", "Log-in name of the case manager");
        String phone = entry.text("phone", "Telephone");
        String email = entry.text("email", "E-mail address");
        EhcCase c = files.get(entry.reference());
        Map<String, String> team = colleagues.members(c.team());
        String named = chosen != null
                ? chosen
                : colleagues
                        .whoConsidered(files.whole(c.reference()), team)
                        .orElseThrow(() ->
                                new Refusal("Please fill in “Log-in name of the case manager”: nobody of the team has"
                                        + " considered the request."));
        if (!team.containsKey(named)) {
            throw new Refusal("Nobody with this log-in name is in the team of the case: choose one of "
                    + String.join(", ", team.keySet()) + ".");
        }
        files.nameCaseManager(c.reference(), named, entry.user());
        Letter introduction = preparation.prepare(
                c.reference(),
                LetterKind.O_02,
                null,
                Map.of(
                        "name", team.get(named),
                        "phone", phone == null ? council.phone() : phone,
                        "email", email == null ? colleagues.email(named).orElse(council.email()) : email),
                entry.user());
        return Map.of(
                Vars.LETTER,
                introduction.id(),
                Vars.INTRODUCTION_DUE,
                Moments.due(workingDays.plus(LocalDate.now(clock), INTRODUCE_WITHIN_WORKING_DAYS)));
    }
}
