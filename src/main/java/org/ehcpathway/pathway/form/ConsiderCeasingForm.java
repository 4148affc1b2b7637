package org.ehcpathway.pathway.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.CeasingGround;
import org.ehcpathway.casefile.Ceasings;
import org.ehcpathway.casefile.Episode;
import org.ehcpathway.letter.Letter;
import org.ehcpathway.letter.LetterKind;
import org.ehcpathway.letter.LetterPreparation;
import org.ehcpathway.pathway.TaskTimes;
import org.ehcpathway.pathway.TeamsOfCases;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** That the council thinks of ending a plan: the family and the head are told and asked before anything is decided (regulation 31(1)). */
@Component
class ConsiderCeasingForm implements CaseForm {

    /** The law gives no number; the time of the family's other answers is this council's. Calendar days. */
    private static final int DAYS_TO_ANSWER = 15;

    private final Ceasings ceasings;
    private final CaseFiles files;
    private final LetterPreparation letters;
    private final TeamsOfCases teams;
    private final TaskTimes times;
    private final Clock clock;

    ConsiderCeasingForm(
            Ceasings ceasings,
            CaseFiles files,
            LetterPreparation letters,
            TeamsOfCases teams,
            TaskTimes times,
            Clock clock) {
        this.ceasings = ceasings;
        this.files = files;
        this.letters = letters;
        this.teams = teams;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "consider-ceasing";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        entry.onlyFor(
                "The end of a plan is considered by a caseworker or a manager.", Roles.CASEWORKERS, Roles.MANAGERS);
        String reference = entry.requiredText("reference", "Reference of the case");
        CeasingGround ground = entry.requiredChoice("ground", "Ground", CeasingGround.class);
        LocalDate happenedOn = entry.date("happenedOn", "On which day");
        String reasons = entry.requiredText("reasons", "Why the plan may have to end");
        LocalDate viewsBy = entry.date("viewsBy", "Views needed by");
        EpisodeForms.requireTeam(entry, files.get(reference).team());
        Map<String, Object> variables = teams.variables(reference);
        Episode episode = ceasings.consider(reference, ground, happenedOn, reasons, entry.user());
        variables.put(Vars.EPISODE, episode.id());
        variables.put(Vars.END_GROUND, ground.name());
        if (ground == CeasingGround.DIED) {
            variables.put(Vars.PLAN_END_DUE, times.dueFromToday("userTask_confirmPlanEnd"));
            return variables;
        }
        LocalDate earliest = LocalDate.now(clock).plusDays(DAYS_TO_ANSWER);
        if (viewsBy == null || viewsBy.isBefore(earliest)) {
            throw new Refusal("Give the family and the head at least 15 days for their views: until "
                    + org.ehcpathway.pathway.Moments.shown(earliest) + " or later.");
        }
        Letter letter = letters.prepare(
                reference,
                LetterKind.L_19A,
                null,
                Map.of("reasons", reasons, "viewsBy", viewsBy.toString()),
                entry.user());
        variables.put(Vars.CONSIDER_LETTER, letter.id());
        variables.put(Vars.CONSIDER_LETTER_DUE, times.dueFromToday("userTask_checkAndSign"));
        variables.put(Vars.CEASE_DECISION_DUE, times.dueFrom("userTask_decideCeasing", viewsBy));
        return variables;
    }
}
