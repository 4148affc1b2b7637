package org.ehcpathway.casefile;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface EndingDecisionRepository extends Repository<EndingDecision, Long> {

    EndingDecision save(EndingDecision endingDecision);

    Optional<EndingDecision> findByEndingId(Long endingId);
}
