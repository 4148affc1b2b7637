package org.ehcpathway.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. What is read at every step is written out: a derived query is made anew each time. */
interface CaseRepository extends Repository<EhcCase, Long> {

    EhcCase save(EhcCase ehcCase);

    Optional<EhcCase> findById(Long id);

    @Query("select * from ehc_case where reference = :reference")
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
