package org.ehcpathway.casefile;

import java.time.LocalDate;

/**
 * One case in a list.
 *
 * @param nextRule rule of the open deadline that is due first; null when none is open or the case is closed
 * @param nextDue its due date
 * @param overdue how many open deadlines are past their due date today; none in a closed case
 * @param dueSoon how many open deadlines are inside their days of warning today
 */
public record CaseSummary(
        String reference,
        String childName,
        String team,
        Stage stage,
        LocalDate receivedOn,
        String caseManager,
        String nextRule,
        LocalDate nextDue,
        int overdue,
        int dueSoon) {}
