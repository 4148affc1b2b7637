package org.ehcpathway.plan.audit;

import java.util.List;
import org.springframework.data.repository.Repository;

interface AuditCandidateRepository extends Repository<AuditCandidate, Long> {

    List<AuditCandidate> saveAll(Iterable<AuditCandidate> candidates);

    List<AuditCandidate> findByDrawIdOrderByVersionId(long drawId);
}
