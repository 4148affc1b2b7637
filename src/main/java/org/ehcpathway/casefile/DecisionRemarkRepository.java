package org.ehcpathway.casefile;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface DecisionRemarkRepository extends Repository<DecisionRemark, Long> {

    DecisionRemark save(DecisionRemark remark);

    @Query("""
            select r.* from decision_remark r join decision d on d.id = r.decision_id
            where d.case_id = :caseId order by r.id
            """)
    List<DecisionRemark> findByCase(Long caseId);
}
