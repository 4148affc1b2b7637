package org.ehcpathway.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The episodes of a plan's life: planned, opened once, closed once. Every method is one transaction. */
@Service
@Transactional
public class Episodes {

    private static final int WHY = 500;

    private final Cases cases;
    private final EpisodeRepository episodes;

    Episodes(Cases cases, EpisodeRepository episodes) {
        this.cases = cases;
        this.episodes = episodes;
    }

    /**
     * Plans an episode, or moves the day of one that is planned already. One that was opened or closed stays as it is.
     *
     * @param key tells it apart from others of its kind in this case, at most 40 characters
     * @param dueOn the last day of the limit it is for; may be null
     */
    public Episode plan(String reference, EpisodeKind kind, String key, LocalDate dueOn) {
        EhcCase held = cases.hold(reference);
        Optional<Episode> known = episodes.findByCaseIdAndKindAndEpisodeKey(held.id(), kind, key);
        if (known.isEmpty()) {
            return episodes.save(Episode.planned(held.id(), kind, key, dueOn, cases.now()));
        }
        boolean moves = known.get().state() == EpisodeState.PLANNED
                && (dueOn == null
                        ? known.get().dueOn() != null
                        : !dueOn.equals(known.get().dueOn()));
        return moves ? episodes.save(known.get().dueOn(dueOn)) : known.get();
    }

    /**
     * Opens an episode that nobody planned.
     *
     * @throws Refusal when the case is closed, or the episode was opened before
     */
    public Episode begin(String reference, EpisodeKind kind, String key, String by) {
        Episode planned = plan(reference, kind, key, null);
        if (!open(planned.id(), by)) {
            throw new Refusal("This has begun already in case " + reference + ". Load the page again.");
        }
        return get(planned.id());
    }

    /**
     * Opens a planned episode. Its case is held, so that two who open it at once open it once.
     *
     * @return whether it was still to be opened; false when it was opened or dropped before, or the case is closed
     */
    public boolean open(long id, String by) {
        EhcCase held = cases.hold(get(id).caseId());
        Episode episode = hold(id);
        if (episode.state() != EpisodeState.PLANNED || !held.isOpen()) {
            return false;
        }
        episodes.save(episode.opened(cases.now(), Entry.line(by, "who begins it", 255)));
        cases.tell(held.id(), by, "Begun: " + episode.kind().title(), null);
        return true;
    }

    /**
     * Closes an episode. Closing it again changes nothing.
     *
     * @param outcome a code of its process, such as KEPT
     * @param why more about it, in words; may be null
     */
    public void close(long id, String outcome, String why) {
        EhcCase held = cases.hold(get(id).caseId());
        Episode episode = hold(id);
        if (episode.state() == EpisodeState.CLOSED) {
            return;
        }
        episodes.save(episode.closed(
                cases.today(),
                Entry.line(outcome, "how it ended", 30),
                Entry.optionalLine(why, "more about the end", WHY)));
        cases.tell(held.id(), Cases.THE_PROCESS, "Ended: " + episode.kind().title(), why);
    }

    /** Holds a case until the transaction ends, so that none of its episodes opens or closes meanwhile. */
    public void hold(String reference) {
        cases.hold(reference);
    }

    /** The episode with this id. */
    @Transactional(readOnly = true)
    public Episode get(long id) {
        return episodes.findById(id).orElseThrow(() -> new Refusal("There is no such episode."));
    }

    /** All episodes of a case, in the order they were planned. */
    @Transactional(readOnly = true)
    public List<Episode> of(String reference) {
        return episodes.findByCaseIdOrderById(cases.get(reference).id());
    }

    /** The open episodes of a kind in a case. */
    @Transactional(readOnly = true)
    public List<Episode> open(String reference, EpisodeKind kind) {
        return of(reference).stream()
                .filter(one -> one.kind() == kind && one.isOpen())
                .toList();
    }

    /** The reference of the case an episode belongs to. */
    @Transactional(readOnly = true)
    public String caseOf(Episode episode) {
        return cases.get(episode.caseId().longValue()).reference();
    }

    private Episode hold(long id) {
        return episodes.readById(id).orElseThrow(() -> new Refusal("There is no such episode."));
    }
}
