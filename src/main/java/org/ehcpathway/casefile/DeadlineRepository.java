package org.ehcpathway.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface DeadlineRepository extends Repository<Deadline, Long> {

    Deadline save(Deadline deadline);

    List<Deadline> findByCaseIdOrderById(Long caseId);

    Optional<Deadline> findByCaseIdAndRuleAndSupersededAtIsNull(Long caseId, String rule);

    List<Deadline> findByCaseIdAndMetOnIsNullAndSupersededAtIsNull(Long caseId);
}
