package org.ehcpathway.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * One case: a request and what became of it. Its reference is the business key of the processes that work on it.
 *
 * @param reference such as EHC-2026-00042, counted within the year of receipt
 * @param settingId null for a person who attends no setting
 * @param team the group of the caseworkers who hold the case
 * @param receivedOn the day the council received the request, or became responsible; the statutory clocks start here
 * @param caseManager user id of the caseworker who holds the case; null until one is named
 * @param closedOn null while the case is open
 * @param outcome how the case ended, in words; null while it is open
 */
public record EhcCase(
        @Id Long id,
        String reference,
        Long personId,
        Long settingId,
        String team,
        Stage stage,
        LocalDate receivedOn,
        RequestSource source,
        String requestedBy,
        String requestSummary,
        String caseManager,
        Instant openedAt,
        String openedBy,
        LocalDate closedOn,
        String outcome) {

    public boolean isOpen() {
        return closedOn == null;
    }

    EhcCase at(Stage newStage) {
        return with(newStage, caseManager, closedOn, outcome);
    }

    EhcCase managedBy(String userId) {
        return with(stage, userId, closedOn, outcome);
    }

    EhcCase closed(Stage end, LocalDate on) {
        return with(end, caseManager, on, end.title());
    }

    private EhcCase with(Stage newStage, String newManager, LocalDate newClosedOn, String newOutcome) {
        return new EhcCase(
                id,
                reference,
                personId,
                settingId,
                team,
                newStage,
                receivedOn,
                source,
                requestedBy,
                requestSummary,
                newManager,
                openedAt,
                openedBy,
                newClosedOn,
                newOutcome);
    }
}
