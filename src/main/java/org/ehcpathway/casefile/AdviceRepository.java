package org.ehcpathway.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. What is read at every step is written out: a derived query is made anew each time. */
interface AdviceRepository extends Repository<Advice, Long> {

    Advice save(Advice advice);

    @Query("select * from advice where case_id = :caseId order by id")
    List<Advice> findByCaseIdOrderById(Long caseId);

    Optional<Advice> findById(Long id);
}
