package org.ehcpathway.plan.audit;

import java.util.List;
import java.util.Optional;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

interface PlanAuditRepository extends Repository<PlanAudit, Long> {

    PlanAudit save(PlanAudit audit);

    Optional<PlanAudit> findById(Long id);

    /** Holds the audit until the transaction ends. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<PlanAudit> readById(Long id);

    List<PlanAudit> findByDrawIdOrderById(long drawId);

    List<PlanAudit> findByVersionIdOrderById(long versionId);

    List<PlanAudit> findBySignedOffAtIsNotNullOrderById();
}
