package org.ehcpathway.pathway.form;

import org.ehcpathway.pathway.Vars;
import org.ehcpathway.security.Roles;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;

/** What the forms of a plan's life share. */
final class EpisodeForms {

    private EpisodeForms() {}

    /** What is begun by hand is begun by the team that holds the case, or by a manager. */
    static void requireTeam(FormEntry entry, String team) {
        if (!entry.groups().contains(team) && !entry.groups().contains(Roles.MANAGERS)) {
            throw new NotAllowed("This case is held by another team. Ask a colleague there.");
        }
    }

    /** The episode the task belongs to. */
    static long episode(FormEntry entry) {
        Long episode = entry.idVariable(Vars.EPISODE);
        if (episode == null) {
            throw new Refusal("This task belongs to no review or other episode of a plan.");
        }
        return episode;
    }
}
