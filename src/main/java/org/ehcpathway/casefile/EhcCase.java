package org.ehcpathway.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * One case: a request and what became of it, to the end of the plan where there is one. Its reference is the business key of the processes that work on it.
 *
 * @param reference such as EHC-2026-00042, counted within the year of receipt
 * @param settingId the setting attended; null when none is
 * @param namedSettingId the setting that section I of the final plan names; null before, and where it names a type only
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
        Long namedSettingId,
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

    /** Whether a request is being dealt with: the case is open, and no plan stands at the end of its road yet. */
    public boolean isInAssessment() {
        return isOpen() && stage.compareTo(Stage.PLAN_FINALISED) < 0;
    }

    EhcCase at(Stage newStage) {
        return with(namedSettingId, newStage, caseManager, closedOn, outcome);
    }

    EhcCase naming(Long setting) {
        return with(setting, stage, caseManager, closedOn, outcome);
    }

    EhcCase attending(Long setting) {
        return new EhcCase(
                id,
                reference,
                personId,
                setting,
                namedSettingId,
                team,
                stage,
                receivedOn,
                source,
                requestedBy,
                requestSummary,
                caseManager,
                openedAt,
                openedBy,
                closedOn,
                outcome);
    }

    EhcCase managedBy(String userId) {
        return with(namedSettingId, stage, userId, closedOn, outcome);
    }

    EhcCase closed(Stage end, LocalDate on) {
        return with(namedSettingId, end, caseManager, on, end.title());
    }

    EhcCase reopened(Stage newStage) {
        return with(namedSettingId, newStage, caseManager, null, null);
    }

    private EhcCase with(Long newNamed, Stage newStage, String newManager, LocalDate newClosedOn, String newOutcome) {
        return new EhcCase(
                id,
                reference,
                personId,
                settingId,
                newNamed,
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
