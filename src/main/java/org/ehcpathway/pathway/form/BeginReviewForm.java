package org.ehcpathway.pathway.form;

import java.util.Map;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.Episode;
import org.ehcpathway.casefile.EpisodeState;
import org.ehcpathway.casefile.Episodes;
import org.ehcpathway.casefile.PlanRegister;
import org.ehcpathway.pathway.TeamsOfCases;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/**
 * A review that is held before its day has come near. It is the review of the year that runs, so the next year begins with it (REV-02),
 * and no plan has two reviews at once.
 */
@Component
class BeginReviewForm implements CaseForm {

    private enum Why {
        ASKED_FOR("the family or the setting asks for it"),
        NEEDS_CHANGED("the needs or circumstances have changed"),
        OUT_OF_EDUCATION("the child is out of education or training (regulation 29(2), REV-19)"),
        LEFT_EDUCATION("the young person stopped attending (regulation 30, CEA-07)"),
        RELEASED("release from detention (section 48, REV-17)"),
        OTHER("another reason");

        private final String words;

        Why(String words) {
            this.words = words;
        }
    }

    private final CaseFiles files;
    private final PlanRegister register;
    private final Episodes episodes;
    private final TeamsOfCases teams;

    BeginReviewForm(CaseFiles files, PlanRegister register, Episodes episodes, TeamsOfCases teams) {
        this.files = files;
        this.register = register;
        this.episodes = episodes;
        this.teams = teams;
    }

    @Override
    public String id() {
        return "begin-review";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        entry.onlyFor("A review is begun early by a caseworker or a manager.", Roles.CASEWORKERS, Roles.MANAGERS);
        String reference = entry.requiredText("reference", "Reference of the case");
        Why why = entry.requiredChoice("why", "Why now", Why.class);
        String reasons = entry.requiredText("reasons", "More about it");
        EpisodeForms.requireTeam(entry, files.get(reference).team());
        Episode next = register.nextReview(reference)
                .orElseThrow(() -> new Refusal("There is no plan in force in case " + reference + " to review."));
        if (next.state() != EpisodeState.PLANNED || !episodes.open(next.id(), entry.user())) {
            throw new Refusal("A review of this plan is under way already. Go on with that one.");
        }
        files.note(reference, entry.user(), "Review begun before its time", "Because " + why.words + ". " + reasons);
        Map<String, Object> variables = teams.variables(reference);
        variables.put(Vars.EPISODE, next.id());
        return variables;
    }
}
