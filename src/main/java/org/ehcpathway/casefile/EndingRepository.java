package org.ehcpathway.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** No method deletes: the file only grows. */
interface EndingRepository extends Repository<Ending, Long> {

    Ending save(Ending ending);

    Optional<Ending> findById(Long id);

    List<Ending> findByCaseIdOrderById(Long caseId);

    /** The references of the open cases without a final plan whose person was born on this day or before, in their order. */
    @Query("""
            select c.reference from ehc_case c join person p on p.id = c.person_id
            where c.closed_on is null and p.birth_date <= :bornBy
              and not exists (select 1 from decision d where d.case_id = c.id and d.kind = 'FINALISE_PLAN')
            order by c.reference
            """)
    List<String> openOfPersonsBornBy(@Param("bornBy") LocalDate bornBy);
}
