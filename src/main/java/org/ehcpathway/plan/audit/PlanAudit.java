package org.ehcpathway.plan.audit;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/**
 * One person's audit of one plan of a sample. Once signed off it never changes.
 *
 * @param checklist the version of the questions
 * @param score in per cent; null until it is signed off, and so are the legal zeros and the grade
 * @param feedback to those who wrote the plan; may be null
 */
public record PlanAudit(
        @Id Long id,
        long drawId,
        long versionId,
        AuditRole role,
        String auditor,
        String checklist,
        Instant openedAt,
        Integer score,
        Integer legalZeros,
        AuditGrade grade,
        String feedback,
        Instant signedOffAt) {

    public boolean isSignedOff() {
        return signedOffAt != null;
    }

    PlanAudit saying(String words) {
        return new PlanAudit(
                id,
                drawId,
                versionId,
                role,
                auditor,
                checklist,
                openedAt,
                score,
                legalZeros,
                grade,
                words,
                signedOffAt);
    }

    PlanAudit signedOff(AuditScore result, AuditGrade worked, Instant at) {
        return new PlanAudit(
                id,
                drawId,
                versionId,
                role,
                auditor,
                checklist,
                openedAt,
                result.percent(),
                result.legalZeros(),
                worked,
                feedback,
                at);
    }
}
