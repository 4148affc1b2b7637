package org.ehcpathway.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface ClaimedExceptionRepository extends Repository<ClaimedException, Long> {

    ClaimedException save(ClaimedException claim);

    Optional<ClaimedException> findById(Long id);

    @Query("""
            select c.* from claimed_exception c join deadline d on d.id = c.deadline_id
            where d.case_id = :caseId order by c.id
            """)
    List<ClaimedException> findByCase(Long caseId);
}
