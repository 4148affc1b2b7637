package org.ehcpathway.pathway.form;

import java.util.HashMap;
import java.util.Map;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.casefile.EhcCase;
import org.ehcpathway.casefile.Ending;
import org.ehcpathway.casefile.EndingGround;
import org.ehcpathway.casefile.Endings;
import org.ehcpathway.casefile.NewEnding;
import org.ehcpathway.pathway.EndedRequests;
import org.ehcpathway.pathway.TaskTimes;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.NotAllowed;
import org.springframework.stereotype.Component;

/** Records that a request is to end before it was decided, at whatever point it stands; a manager decides. */
@Component
class AskToEndRequestForm implements CaseForm {

    private final Endings endings;
    private final EndedRequests requests;
    private final CaseFiles files;
    private final CouncilSettings council;
    private final TaskTimes times;

    AskToEndRequestForm(
            Endings endings, EndedRequests requests, CaseFiles files, CouncilSettings council, TaskTimes times) {
        this.endings = endings;
        this.requests = requests;
        this.files = files;
        this.council = council;
        this.times = times;
    }

    @Override
    public String id() {
        return "ask-to-end-request";
    }

    @Override
    public Map<String, Object> record(FormEntry entry) {
        entry.onlyFor(
                "The end of a request is recorded by a caseworker or a manager.", Roles.CASEWORKERS, Roles.MANAGERS);
        String reference = entry.requiredText("reference", "Reference of the case");
        NewEnding typed = new NewEnding(
                entry.requiredChoice("ground", "Why the request ends", EndingGround.class),
                entry.requiredDate("happenedOn", "On which day"),
                entry.requiredText("toldBy", "Who said so"),
                entry.requiredText("toldHow", "How it was said"),
                entry.text("evidence", "What shows it"),
                entry.text("otherCouncil", "Council moved to"),
                entry.text("joins", "Case of the same person"));
        EhcCase c = files.get(reference);
        if (!entry.groups().contains(c.team()) && !entry.groups().contains(Roles.MANAGERS)) {
            throw new NotAllowed("This case is held by another team. Ask a colleague there.");
        }
        requests.refuseWhenTold(reference, typed.ground());
        Ending ending = endings.ask(reference, typed, entry.user());
        Map<String, Object> variables = new HashMap<>();
        variables.put(Vars.CASE, reference);
        variables.put(Vars.TEAM, c.team());
        variables.put(Vars.MANAGER_TEAM, council.team(c.team()).orElseThrow().managerGroup());
        variables.put(Vars.ENDING, ending.id());
        variables.put(Vars.END_GROUND, ending.ground().name());
        variables.put("confirmEndDue", times.dueFromToday("userTask_confirmEnd"));
        return variables;
    }
}
