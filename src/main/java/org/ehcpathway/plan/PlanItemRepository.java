package org.ehcpathway.plan;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface PlanItemRepository extends ListCrudRepository<PlanItem, Long> {

    List<PlanItem> findByVersionId(Long versionId);

    Optional<PlanItem> findByVersionIdAndLine(Long versionId, long line);
}
