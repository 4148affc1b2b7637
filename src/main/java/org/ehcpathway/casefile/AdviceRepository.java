package org.ehcpathway.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface AdviceRepository extends Repository<Advice, Long> {

    Advice save(Advice advice);

    List<Advice> findByCaseIdOrderById(Long caseId);

    Optional<Advice> findById(Long id);
}
