package org.ehcpathway.casefile;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface ExceptionDecisionRepository extends Repository<ExceptionDecision, Long> {

    ExceptionDecision save(ExceptionDecision decision);

    @Query("""
            select x.* from exception_decision x join claimed_exception c on c.id = x.claim_id
                join deadline d on d.id = c.deadline_id
            where d.case_id = :caseId order by x.id
            """)
    List<ExceptionDecision> findByCase(Long caseId);
}
