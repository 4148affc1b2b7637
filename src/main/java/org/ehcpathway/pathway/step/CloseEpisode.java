package org.ehcpathway.pathway.step;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.Expression;
import org.ehcpathway.casefile.Deadlines;
import org.ehcpathway.casefile.EpisodeKind;
import org.ehcpathway.casefile.Episodes;
import org.ehcpathway.pathway.Vars;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * Closes the episode with the outcome that the diagram names in the field {@code outcome}. What it still owed that no longer counts ends
 * with it; windows of the family run on.
 *
 * <p>One object for every call, because the engine writes the field into it.
 */
@Component("closeEpisode")
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class CloseEpisode implements ExecutionListener {

    private final Episodes episodes;
    private final Deadlines deadlines;
    private final RuntimeService runtime;
    private Expression outcome;

    public CloseEpisode(Episodes episodes, Deadlines deadlines, @Lazy RuntimeService runtime) {
        this.runtime = runtime;
        this.episodes = episodes;
        this.deadlines = deadlines;
    }

    @Override
    public void notify(DelegateExecution execution) {
        long episode = (Long) execution.getVariable(Vars.EPISODE);
        episodes.close(episode, (String) outcome.getValue(execution), null);
        deadlines.endEpisodesDuties(episode, "The episode is over.");
        EpisodeKind kind = episodes.get(episode).kind();
        if (kind == EpisodeKind.ANNUAL_REVIEW || kind == EpisodeKind.AMENDMENT) {
            // A phase transfer waits for the review it brought forward, and for another change; nobody waits where none
            // is
            // under way.
            runtime.createMessageCorrelation(Vars.MESSAGE_REVIEW_OVER)
                    .processInstanceBusinessKey((String) execution.getVariable(Vars.CASE))
                    .correlateAll();
        }
    }
}
