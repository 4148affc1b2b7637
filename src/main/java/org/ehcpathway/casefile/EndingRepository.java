package org.ehcpathway.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface EndingRepository extends Repository<Ending, Long> {

    Ending save(Ending ending);

    Optional<Ending> findById(Long id);

    List<Ending> findByCaseIdOrderById(Long caseId);
}
