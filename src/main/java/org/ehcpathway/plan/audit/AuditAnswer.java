package org.ehcpathway.plan.audit;

import org.springframework.data.annotation.Id;

/**
 * The answer to one question.
 *
 * @param answered false while nobody has answered, and nothing could be suggested
 * @param score 0, 1 or 2; null for not applicable, and while it is not answered
 * @param suggested what the checks suggested; null where they did not, or that it is not applicable
 */
public record AuditAnswer(
        @Id Long id, long auditId, String question, boolean answered, Integer score, Integer suggested) {

    AuditAnswer scored(Integer newScore) {
        return new AuditAnswer(id, auditId, question, true, newScore, suggested);
    }
}
