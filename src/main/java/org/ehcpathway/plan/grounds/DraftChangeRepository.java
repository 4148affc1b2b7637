package org.ehcpathway.plan.grounds;

import java.util.List;
import org.springframework.data.repository.Repository;

/** No method deletes: the record only grows. */
interface DraftChangeRepository extends Repository<DraftChange, Long> {

    DraftChange save(DraftChange change);

    List<DraftChange> findByCaseIdOrderById(Long caseId);
}
