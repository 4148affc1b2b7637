package org.ehcpathway.pathway;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.ehcpathway.casefile.Deadline;
import org.ehcpathway.casefile.Episode;
import org.ehcpathway.casefile.EpisodeKind;
import org.ehcpathway.casefile.Episodes;
import org.ehcpathway.casefile.PhaseTransfers;
import org.ehcpathway.casefile.PlanRegister;
import org.ehcpathway.statute.Refusal;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins the episodes of a plan's life, file and engine in one transaction: an episode that is open has its process, and no episode has
 * two. Whoever calls must have the right to do so.
 */
@Component
public class EpisodeStarts {

    private final Episodes episodes;
    private final PlanRegister register;
    private final PhaseTransfers transfers;
    private final TeamsOfCases teams;
    private final RuntimeService runtime;
    private final AsNobody asNobody;

    EpisodeStarts(
            Episodes episodes,
            PlanRegister register,
            PhaseTransfers transfers,
            TeamsOfCases teams,
            @Lazy RuntimeService runtime,
            AsNobody asNobody) {
        this.episodes = episodes;
        this.register = register;
        this.transfers = transfers;
        this.teams = teams;
        this.runtime = runtime;
        this.asNobody = asNobody;
    }

    /**
     * Begins an episode that was planned.
     *
     * @param by user id, or "process" for the daily sweep
     * @return whether it was still to be begun
     */
    @Transactional
    public boolean open(long episodeId, String by) {
        if (!episodes.open(episodeId, by)) {
            return false;
        }
        Episode episode = episodes.get(episodeId);
        start(episodes.caseOf(episode), episode, clockOf(episode));
        return true;
    }

    /**
     * Begins an episode that nobody planned.
     *
     * @param key tells it apart from others of its kind in this case
     * @param variables further variables its process begins with; ids, codes, ISO dates and booleans
     * @throws Refusal when the case has no plan in force, or this has begun before
     */
    @Transactional
    public Episode begin(String reference, EpisodeKind kind, String key, Map<String, Object> variables, String by) {
        if (register.of(reference).filter(plan -> plan.isInForce()).isEmpty()) {
            throw new Refusal("There is no plan in force in case " + reference + ".");
        }
        Episode episode = episodes.begin(reference, kind, key, by);
        start(reference, episode, variables);
        return episode;
    }

    /**
     * Begins a transfer from one post-16 institution to another at a day of its own (REV-05).
     *
     * @throws Refusal when the case has no plan in force, or the day cannot be
     */
    @Transactional
    public Episode beginTransfer(String reference, LocalDate transferOn, int yearGroup, String by) {
        if (register.of(reference).filter(plan -> plan.isInForce()).isEmpty()) {
            throw new Refusal("There is no plan in force in case " + reference + ".");
        }
        Episode planned = transfers.planWithinPost16(reference, transferOn, yearGroup);
        if (!open(planned.id(), by)) {
            throw new Refusal("This transfer has begun already in case " + reference + ". Load the page again.");
        }
        return episodes.get(planned.id());
    }

    /** The clock that a phase transfer watches from its first day on. */
    private Map<String, Object> clockOf(Episode episode) {
        if (episode.kind() != EpisodeKind.PHASE_TRANSFER) {
            return Map.of();
        }
        Deadline clock = transfers.clock(episode.id()).orElseThrow();
        return Map.of(
                Vars.TRANSFER_RULE, clock.rule(),
                Vars.TRANSFER_DUE, Moments.due(clock.due()),
                Vars.TRANSFER_WARN_AT, Moments.warning(clock.warnOn()),
                Vars.TRANSFER_MISSED_AT, Moments.over(clock.due()));
    }

    private void start(String reference, Episode episode, Map<String, Object> further) {
        Map<String, Object> variables = teams.variables(reference);
        variables.put(Vars.EPISODE, episode.id());
        variables.putAll(further);
        asNobody.ask(() -> runtime.startProcessInstanceByKey(episode.kind().process(), reference, variables));
    }
}
