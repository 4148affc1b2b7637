package org.ehcpathway.pathway.form;

import java.util.Map;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Episode;
import org.ehcpathway.casefile.EpisodeKind;
import org.ehcpathway.casefile.Episodes;
import org.ehcpathway.casefile.PlanRegister;
import org.ehcpathway.pathway.TaskTimes;
import org.ehcpathway.pathway.TeamsOfCases;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/**
 * That a plan is to be changed outside a review or re-assessment (regulation 28). The correction of a mere slip is told apart, and goes
 * the same way: the law knows no shorter one, and it is the family that can tell whether it is a slip.
 */
@Component
class ProposeChangeForm implements CaseForm {

    private enum What {
        CHANGE("Change of the plan proposed"),
        SLIP("Correction of a slip proposed");

        private final String title;

        What(String title) {
            this.title = title;
        }
    }

    private final CaseFiles files;
    private final PlanRegister register;
    private final Episodes episodes;
    private final TeamsOfCases teams;
    private final TaskTimes times;

    ProposeChangeForm(CaseFiles files, PlanRegister register, Episodes episodes, TeamsOfCases teams, TaskTimes times) {
        this.files = files;
        this.register = register;
        this.episodes = episodes;
        this.teams = teams;
        this.times = times;
    }

    @Override
    public String id() {
        return "propose-change";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        entry.onlyFor(
                "A change of a plan is proposed by a caseworker or a manager.", Roles.CASEWORKERS, Roles.MANAGERS);
        String reference = entry.requiredText("reference", "Reference of the case");
        What what = entry.requiredChoice("what", "What it is", What.class);
        String reasons = entry.requiredText("reasons", "What is to change, and why");
        EpisodeForms.requireTeam(entry, files.get(reference).team());
        if (register.of(reference).filter(plan -> plan.isInForce()).isEmpty()) {
            throw new Refusal("There is no plan in force in case " + reference + " to change.");
        }
        if (!episodes.open(reference, EpisodeKind.AMENDMENT).isEmpty()) {
            throw new Refusal("A change of this plan is under way already. Take it up there.");
        }
        long number = 1
                + episodes.of(reference).stream()
                        .filter(one -> one.kind() == EpisodeKind.AMENDMENT)
                        .count();
        Episode episode = episodes.begin(reference, EpisodeKind.AMENDMENT, what + "-" + number, entry.user());
        files.note(reference, entry.user(), what.title, reasons);
        Map<String, Object> variables = teams.variables(reference);
        variables.put(Vars.EPISODE, episode.id());
        variables.put(Vars.CHANGE_DECISION_DUE, times.dueFromToday("userTask_decideChange"));
        return variables;
    }
}
