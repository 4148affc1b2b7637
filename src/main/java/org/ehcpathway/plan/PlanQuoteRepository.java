package org.ehcpathway.plan;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface PlanQuoteRepository extends ListCrudRepository<PlanQuote, Long> {

    List<PlanQuote> findByVersionIdOrderById(Long versionId);
}
