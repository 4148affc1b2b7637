package org.ehcpathway.plan;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface PlanVersionRepository extends ListCrudRepository<PlanVersion, Long> {

    List<PlanVersion> findByCaseIdOrderByNumber(Long caseId);
}
