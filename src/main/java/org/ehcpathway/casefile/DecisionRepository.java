package org.ehcpathway.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface DecisionRepository extends Repository<Decision, Long> {

    Decision save(Decision decision);

    List<Decision> findByCaseIdOrderById(Long caseId);
}
