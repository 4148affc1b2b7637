package org.ehcpathway.casefile;

import java.time.LocalDate;
import java.util.List;
import org.ehcpathway.statute.WorkingDays;
import org.springframework.stereotype.Component;

/** The days of the panel, by the council's settings: when it sits, when papers go out, when a case no longer waits for it. */
@Component
public class PanelCalendar {

    private final PanelSettings settings;
    private final WorkingDays workingDays;

    PanelCalendar(PanelSettings settings, WorkingDays workingDays) {
        this.settings = settings;
        this.workingDays = workingDays;
    }

    /** The regular sitting days from one day to another, both included; none when the second lies before the first. */
    public List<LocalDate> sittingDays(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return List.of();
        }
        return from.datesUntil(to.plusDays(1)).filter(this::isSittingDay).toList();
    }

    /** The working day on which the agenda of a sitting is closed and its papers go out. */
    public LocalDate papersOn(LocalDate sitting) {
        return workingDays.plus(sitting, -settings.papersWorkingDays());
    }

    /** The last day for the panel is the working day before this one: on it the manager gets the case. */
    public LocalDate toManagerOn(LocalDate legalDate) {
        return workingDays.plus(legalDate, -settings.managerWorkingDays());
    }

    boolean isWorkingDay(LocalDate day) {
        return workingDays.isWorkingDay(day);
    }

    private boolean isSittingDay(LocalDate day) {
        return settings.days().contains(day.getDayOfWeek()) && workingDays.isWorkingDay(day);
    }
}
