package org.ehcpathway.casefile;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. What is read at every step is written out: a derived query is made anew each time. */
interface DecisionRepository extends Repository<Decision, Long> {

    Decision save(Decision decision);

    @Query("select * from decision where case_id = :caseId order by id")
    List<Decision> findByCaseIdOrderById(Long caseId);
}
