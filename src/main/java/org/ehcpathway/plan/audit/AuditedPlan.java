package org.ehcpathway.plan.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A plan of a sample, with its audits in the order of their roles.
 *
 * @param place in the sample, from 1
 * @param issuedOn the day in England
 * @param documentId the plan itself
 */
public record AuditedPlan(
        int place,
        long versionId,
        String reference,
        String team,
        LocalDate issuedOn,
        Long documentId,
        List<PlanAudit> audits) {

    public Optional<PlanAudit> audit(AuditRole role) {
        return audits.stream().filter(audit -> audit.role() == role).findFirst();
    }

    /** Whether two auditors came to different grades, so that a third has to settle it. */
    public boolean isDisputed() {
        return signedOff(AuditRole.FIRST)
                .flatMap(first -> signedOff(AuditRole.SECOND).map(second -> first.grade() != second.grade()))
                .orElse(false);
    }

    /**
     * The audit that counts: the moderation; without one the first, when nobody else has begun a second or the second came to the
     * same grade. Empty while it is open.
     */
    public Optional<PlanAudit> settled() {
        if (audit(AuditRole.MODERATION).isPresent()) {
            return signedOff(AuditRole.MODERATION);
        }
        boolean secondIsOpen =
                audit(AuditRole.SECOND).filter(audit -> !audit.isSignedOff()).isPresent();
        return secondIsOpen || isDisputed() ? Optional.empty() : signedOff(AuditRole.FIRST);
    }

    private Optional<PlanAudit> signedOff(AuditRole role) {
        return audit(role).filter(PlanAudit::isSignedOff);
    }
}
