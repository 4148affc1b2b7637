package org.ehcpathway.casefile;

import java.time.LocalDate;
import org.ehcpathway.statute.PhaseTransfer;

/**
 * One child or young person on the board of phase transfers.
 *
 * @param yearGroup the national curriculum year from the day of the transfer on
 * @param due the last day on which the plan can come to name the new setting
 * @param noticeBy the latest day on which the notice of amendments can go out so that its eight weeks end in time
 * @param metOn the day the plan that names the new setting was sent; null before
 * @param from the setting left; null where it is not known
 * @param askedFor the settings the family asks for and those consulted, in words; null where there are none yet
 * @param consulted how many settings were consulted in this transfer
 * @param replied how many of them replied
 * @param daysLeft calendar days to the due day, negative once it has passed; null when nothing is to be done any more
 */
public record TransferRow(
        String reference,
        String child,
        String team,
        String caseManager,
        PhaseTransfer phase,
        int yearGroup,
        LocalDate transferOn,
        LocalDate due,
        LocalDate noticeBy,
        LocalDate metOn,
        String from,
        String askedFor,
        int consulted,
        int replied,
        Progress progress,
        Risk risk,
        Long daysLeft) {

    /** How far a transfer has come. */
    public enum Progress {
        TO_ASK("Family to be asked"),
        IN_THE_ROUND("Waits for the round"),
        REVIEWING("Plan under review"),
        CONSULTING("Settings consulted"),
        TO_AMEND("To be amended"),
        AMENDING("Amendment with the family"),
        NAMED("Setting named"),
        NO_TRANSFER("No transfer this year"),
        PLAN_ENDED("Plan ended");

        private final String title;

        Progress(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** Whether the day of regulation 18 can be kept. A missed one is said to be missed, also when the plan names the setting now. */
    public enum Risk {
        MISSED("Missed"),
        AT_RISK("At risk"),
        ON_TRACK("On track"),
        MET_LATE("Met late"),
        MET("Met"),
        NONE("None");

        private final String title;

        Risk(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
