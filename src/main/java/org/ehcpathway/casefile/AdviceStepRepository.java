package org.ehcpathway.casefile;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface AdviceStepRepository extends Repository<AdviceStep, Long> {

    AdviceStep save(AdviceStep step);

    @Query("""
            select s.* from advice_step s join advice a on a.id = s.advice_id
            where a.case_id = :caseId order by s.id
            """)
    List<AdviceStep> findByCase(Long caseId);
}
