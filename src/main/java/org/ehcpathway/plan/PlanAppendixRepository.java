package org.ehcpathway.plan;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface PlanAppendixRepository extends ListCrudRepository<PlanAppendix, Long> {

    List<PlanAppendix> findByVersionIdOrderByNumber(Long versionId);
}
