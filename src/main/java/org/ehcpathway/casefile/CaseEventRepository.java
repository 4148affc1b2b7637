package org.ehcpathway.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface CaseEventRepository extends Repository<CaseEvent, Long> {

    CaseEvent save(CaseEvent caseEvent);

    List<CaseEvent> findByCaseIdOrderById(Long caseId);
}
