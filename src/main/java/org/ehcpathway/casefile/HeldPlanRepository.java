package org.ehcpathway.casefile;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface HeldPlanRepository extends Repository<HeldPlan, Long> {

    HeldPlan save(HeldPlan plan);

    Optional<HeldPlan> findByCaseId(Long caseId);
}
