package org.ehcpathway.plan;

import java.util.List;
import java.util.Optional;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.ListCrudRepository;

interface PlanVersionRepository extends ListCrudRepository<PlanVersion, Long> {

    List<PlanVersion> findByCaseIdOrderByNumber(Long caseId);

    /** Holds the version until the transaction ends, so that two people who write in it at once write one after the other. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<PlanVersion> readById(Long id);
}
