package org.ehcpathway.pathway.form;

import org.ehcpathway.pathway.Vars;
import org.ehcpathway.statute.Refusal;

/** What the forms of a plan's life share. */
final class EpisodeForms {

    private EpisodeForms() {}

    /** The episode the task belongs to. */
    static long episode(FormEntry entry) {
        Long episode = entry.idVariable(Vars.EPISODE);
        if (episode == null) {
            throw new Refusal("This task belongs to no review or other episode of a plan.");
        }
        return episode;
    }
}
