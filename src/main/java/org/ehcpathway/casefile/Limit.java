package org.ehcpathway.casefile;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A deadline with the exceptions claimed for it, and how it stands because of them. The due date stays as it was computed,
 * whatever is claimed; {@link CaseList} derives the same in SQL.
 */
public record Limit(Deadline deadline, List<ExceptionOfDeadline> exceptions) {

    public Limit {
        exceptions = List.copyOf(exceptions);
    }

    static List<Limit> of(List<Deadline> deadlines, List<ExceptionOfDeadline> exceptions) {
        return deadlines.stream()
                .map(deadline -> new Limit(
                        deadline,
                        exceptions.stream()
                                .filter(exception ->
                                        exception.claim().deadlineId().equals(deadline.id()))
                                .toList()))
                .toList();
    }

    /** The date that the tribunal directed or the parties agreed, and a manager accepted last, beside the original one. */
    public Optional<LocalDate> newDate() {
        return dated().map(ClaimedException::newDate);
    }

    /** The last day that counts today: the new date where there is one, the due date elsewhere. */
    public LocalDate lastDay() {
        return newDate().orElse(deadline.due());
    }

    /** Whether an exception is relied on under which the limit fell away without a new date. */
    public boolean fellAway() {
        return exceptions.stream()
                .anyMatch(exception ->
                        exception.isApproved() && !exception.claim().ground().setsANewDate());
    }

    /**
     * What is relied on, as a sentence that ends with a full stop: "EX-8 is relied on; the new date is 12 April 2027." Empty
     * where nothing is.
     */
    public String reliedOnInWords() {
        List<String> relied = exceptions.stream()
                .filter(ExceptionOfDeadline::isApproved)
                .map(exception -> exception.claim().ground().exception())
                .distinct()
                .toList();
        if (relied.isEmpty()) {
            return "";
        }
        return String.join(" and ", relied) + (relied.size() == 1 ? " is" : " are") + " relied on"
                + newDate()
                        .map(date -> "; the new date is " + Entry.inWords(date))
                        .orElse("") + ".";
    }

    /** Whether an act on that day, after the due date, is excused. */
    public boolean excuses(LocalDate day) {
        return fellAway() || newDate().filter(date -> !day.isAfter(date)).isPresent();
    }

    /** How it stands on a day. The last day itself is in time. */
    public DeadlineState state(LocalDate today) {
        if (deadline.metOn() != null) {
            return met(deadline.metOn());
        }
        if (today.isAfter(lastDay())) {
            return fellAway() ? DeadlineState.LATE_EXCUSED : DeadlineState.OVERDUE;
        }
        if (!today.isBefore(dated().map(ClaimedException::newWarnOn).orElse(deadline.warnOn()))) {
            return DeadlineState.DUE_SOON;
        }
        return today.isAfter(deadline.due()) ? DeadlineState.LATE_EXCUSED : DeadlineState.RUNNING;
    }

    private DeadlineState met(LocalDate on) {
        boolean inTime = !on.isAfter(deadline.due()) && !on.isAfter(lastDay());
        if (inTime) {
            return DeadlineState.MET;
        }
        return excuses(on) ? DeadlineState.MET_LATE_EXCUSED : DeadlineState.MET_LATE;
    }

    private Optional<ClaimedException> dated() {
        return exceptions.stream()
                .filter(exception ->
                        exception.isApproved() && exception.claim().ground().setsANewDate())
                .max(Comparator.comparing(exception -> exception.decision().id()))
                .map(ExceptionOfDeadline::claim);
    }
}
