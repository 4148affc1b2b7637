package org.ehcpathway.plan.budget;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * One step that was taken with the personal budget of a case. Never changed.
 *
 * @param told the answers to the questions of the step, by name; dates as 2026-10-26
 */
public record BudgetStep(
        long id,
        long caseId,
        BudgetMove move,
        Map<String, String> told,
        String recordedBy,
        LocalDate recordedOn,
        Instant recordedAt) {

    boolean says(String name, String value) {
        return value.equals(told.get(name));
    }
}
