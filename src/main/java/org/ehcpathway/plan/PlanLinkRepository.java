package org.ehcpathway.plan;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface PlanLinkRepository extends ListCrudRepository<PlanLink, Long> {

    List<PlanLink> findByVersionIdOrderById(Long versionId);
}
