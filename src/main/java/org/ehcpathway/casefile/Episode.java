package org.ehcpathway.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * One thing that happens in the life of a plan, such as the annual review of one year. Deadlines and decisions that belong to it carry
 * its id.
 *
 * @param episodeKey tells the episodes of one kind in one case apart, such as the number of the review year
 * @param dueOn the last day of the limit it is planned for; null where no limit leads to it
 * @param openedBy user id, or "process" for the daily sweep
 * @param outcome how it ended, as a code of its process such as KEPT; null while it is not closed
 * @param why more about the end, in words; may be null
 */
public record Episode(
        @Id Long id,
        Long caseId,
        EpisodeKind kind,
        String episodeKey,
        EpisodeState state,
        LocalDate dueOn,
        Instant plannedAt,
        Instant openedAt,
        String openedBy,
        LocalDate closedOn,
        String outcome,
        String why) {

    static Episode planned(Long caseId, EpisodeKind kind, String key, LocalDate dueOn, Instant at) {
        return new Episode(null, caseId, kind, key, EpisodeState.PLANNED, dueOn, at, null, null, null, null, null);
    }

    public boolean isOpen() {
        return state == EpisodeState.OPEN;
    }

    Episode dueOn(LocalDate day) {
        return new Episode(
                id, caseId, kind, episodeKey, state, day, plannedAt, openedAt, openedBy, closedOn, outcome, why);
    }

    Episode opened(Instant at, String by) {
        return new Episode(id, caseId, kind, episodeKey, EpisodeState.OPEN, dueOn, plannedAt, at, by, null, null, null);
    }

    Episode closed(LocalDate on, String how, String inWords) {
        return new Episode(
                id,
                caseId,
                kind,
                episodeKey,
                EpisodeState.CLOSED,
                dueOn,
                plannedAt,
                openedAt,
                openedBy,
                on,
                how,
                inWords);
    }
}
