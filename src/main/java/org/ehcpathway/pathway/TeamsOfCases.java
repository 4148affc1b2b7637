package org.ehcpathway.pathway;

import java.util.HashMap;
import java.util.Map;
import org.ehcpathway.casefile.CaseFiles;
import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;

/** Who works on a case, as every process of it must know. */
@Component
public class TeamsOfCases {

    private final CaseFiles files;
    private final CouncilSettings council;

    TeamsOfCases(CaseFiles files, CouncilSettings council) {
        this.files = files;
        this.council = council;
    }

    /** The variables that every process of a case begins with: the case, its team and the managers of that team. */
    public Map<String, Object> variables(String reference) {
        String team = files.get(reference).team();
        Map<String, Object> variables = new HashMap<>();
        variables.put(Vars.CASE, reference);
        variables.put(Vars.TEAM, team);
        variables.put(
                Vars.MANAGER_TEAM,
                council.team(team)
                        .map(CouncilSettings.Team::managerGroup)
                        .orElseThrow(() -> new Refusal("The team of the case is not in the settings of the council.")));
        return variables;
    }
}
