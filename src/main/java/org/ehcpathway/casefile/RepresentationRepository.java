package org.ehcpathway.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface RepresentationRepository extends Repository<Representation, Long> {

    Representation save(Representation representation);

    List<Representation> findByCaseIdOrderById(Long caseId);
}
