package org.ehcpathway.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * A case before the panel, from the day it waits until the panel has recommended, the manager has it without the panel, or it
 * falls away.
 *
 * @param legalDate the last day of the duty that waits for the answer: the order of every agenda
 * @param toManagerOn the day on which the manager gets the case without the panel, while there is still time to decide
 * @param sittingId the sitting on whose agenda it stands or stood last; null while it waits
 * @param agendaNumber its place on that agenda, from 1
 * @param missing what the panel wanted to know when it deferred the case; null when it never did
 */
public record PanelItem(
        @Id Long id,
        Long caseId,
        PanelQuestion question,
        LocalDate legalDate,
        LocalDate toManagerOn,
        PanelItemState state,
        Long sittingId,
        Integer agendaNumber,
        String missing,
        Instant waitingSince,
        Instant settledAt) {

    PanelItem onAgenda(Long sitting, int number) {
        return with(PanelItemState.ON_AGENDA, sitting, number, missing, null);
    }

    PanelItem waitingAgain(String stillMissing) {
        return with(PanelItemState.WAITING, null, null, stillMissing == null ? missing : stillMissing, null);
    }

    PanelItem settled(PanelItemState end, Instant at) {
        return with(end, sittingId, agendaNumber, missing, at);
    }

    private PanelItem with(PanelItemState newState, Long sitting, Integer number, String newMissing, Instant at) {
        return new PanelItem(
                id, caseId, question, legalDate, toManagerOn, newState, sitting, number, newMissing, waitingSince, at);
    }
}
