package org.ehcpathway.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface CaseRepository extends Repository<EhcCase, Long> {

    EhcCase save(EhcCase ehcCase);

    Optional<EhcCase> findById(Long id);

    Optional<EhcCase> findByReference(String reference);

    /** In no order; at least one id. */
    List<EhcCase> findByIdIn(Collection<Long> ids);

    List<EhcCase> findByPersonIdOrderById(Long personId);

    /** Holds the case until the transaction ends, so that two people who act on it at once act one after the other. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<EhcCase> readByReference(String reference);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<EhcCase> readById(Long id);
}
