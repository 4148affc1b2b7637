package org.ehcpathway.plan;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface PlanSourceRepository extends ListCrudRepository<PlanSource, Long> {

    List<PlanSource> findByVersionIdOrderById(Long versionId);
}
