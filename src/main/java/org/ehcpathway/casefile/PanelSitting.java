package org.ehcpathway.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.springframework.data.annotation.Id;

/**
 * One sitting of the panel. Its reference is the business key of its process.
 *
 * @param reference such as PANEL-2026-11-24: there is one sitting a day at most
 * @param startsAt hour and minute in England, such as 09:30
 * @param capacity how many cases an agenda takes
 * @param quorum how many members have to be there, the chair among them, for every case
 * @param papersOn the working day on which the agenda is closed and the papers go to the members
 * @param why why there was no sitting; null otherwise
 * @param notes what the minutes say beside the cases; may be null
 */
public record PanelSitting(
        @Id Long id,
        String reference,
        LocalDate sitsOn,
        String startsAt,
        String place,
        int capacity,
        int quorum,
        LocalDate papersOn,
        State state,
        String why,
        String notes,
        Instant convenedAt) {

    public enum State {
        CONVENED("Convened"),
        AGENDA("Agenda closed"),
        PAPERS_SENT("Papers sent"),
        HELD("Held"),
        NO_QUORUM("Not quorate"),
        CANCELLED("Cancelled");

        private final String title;

        State(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** Whether the sitting still lies ahead or is going on. */
        public boolean isAhead() {
            return compareTo(HELD) < 0;
        }
    }

    /** The moment it begins, in England. */
    public LocalDateTime begins() {
        return sitsOn.atTime(LocalTime.parse(startsAt));
    }

    PanelSitting at(State newState, String newWhy) {
        return new PanelSitting(
                id,
                reference,
                sitsOn,
                startsAt,
                place,
                capacity,
                quorum,
                papersOn,
                newState,
                newWhy,
                notes,
                convenedAt);
    }

    PanelSitting noting(String newNotes) {
        return new PanelSitting(
                id, reference, sitsOn, startsAt, place, capacity, quorum, papersOn, state, why, newNotes, convenedAt);
    }
}
