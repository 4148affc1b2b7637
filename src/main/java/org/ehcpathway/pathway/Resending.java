package org.ehcpathway.pathway;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.casefile.EhcCase;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.Letters;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.statute.WorkingDays;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends a letter again: a new letter in the place of the first, checked, signed and sent by the same process. */
@Component
public class Resending {

    private final Letters letters;
    private final CaseFiles files;
    private final CouncilSettings council;
    private final Colleagues colleagues;
    private final AsNobody asNobody;
    private final RuntimeService runtime;
    private final WorkingDays workingDays;
    private final Clock clock;

    Resending(
            Letters letters,
            CaseFiles files,
            CouncilSettings council,
            Colleagues colleagues,
            AsNobody asNobody,
            @Lazy RuntimeService runtime,
            WorkingDays workingDays,
            Clock clock) {
        this.letters = letters;
        this.files = files;
        this.council = council;
        this.colleagues = colleagues;
        this.asNobody = asNobody;
        this.runtime = runtime;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * Begins the new letter; whoever may sign its kind gets the task, due on the next working day.
     *
     * @param reason why, for the file
     * @throws Refusal when the letter was not sent yet, or one is already being prepared in its place
     */
    @Transactional
    public void begin(String reference, long letterId, String reason) {
        Letter again = letters.resend(letterId, reason, colleagues.asking());
        EhcCase c = files.get(reference);
        Map<String, Object> variables = new HashMap<>();
        variables.put(Vars.CASE, reference);
        variables.put(Vars.TEAM, c.team());
        variables.put(
                Vars.MANAGER_TEAM,
                council.team(c.team())
                        .map(CouncilSettings.Team::managerGroup)
                        .orElseThrow(() -> new Refusal("The team of the case is not in the settings of the council.")));
        variables.put(Vars.LETTER, again.id());
        variables.put(Vars.LETTER_KIND, again.kind().id());
        variables.put("letterDue", Moments.due(workingDays.plus(LocalDate.now(clock), 1)));
        asNobody.ask(() -> runtime.startProcessInstanceByKey("statutory-letter", reference, variables));
    }
}
