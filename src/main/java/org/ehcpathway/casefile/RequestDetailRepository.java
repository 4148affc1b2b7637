package org.ehcpathway.casefile;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface RequestDetailRepository extends Repository<RequestDetail, Long> {

    RequestDetail save(RequestDetail detail);

    Optional<RequestDetail> findByCaseId(Long caseId);
}
