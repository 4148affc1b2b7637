package org.ehcpathway.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface SamePersonCheckRepository extends Repository<SamePersonCheck, Long> {

    SamePersonCheck save(SamePersonCheck samePersonCheck);

    List<SamePersonCheck> findByCaseIdOrderById(Long caseId);
}
