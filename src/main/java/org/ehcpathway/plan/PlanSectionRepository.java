package org.ehcpathway.plan;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface PlanSectionRepository extends ListCrudRepository<PlanSection, Long> {

    List<PlanSection> findByVersionId(Long versionId);
}
