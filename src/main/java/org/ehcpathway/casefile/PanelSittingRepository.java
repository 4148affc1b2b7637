package org.ehcpathway.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface PanelSittingRepository extends Repository<PanelSitting, Long> {

    PanelSitting save(PanelSitting sitting);

    Optional<PanelSitting> findById(Long id);

    Optional<PanelSitting> findByReference(String reference);

    /** Holds the sitting until the transaction ends. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<PanelSitting> readByReference(String reference);

    Optional<PanelSitting> findBySitsOn(LocalDate day);

    List<PanelSitting> findAllByOrderBySitsOnDesc();

    List<PanelSitting> findBySitsOnGreaterThanEqualOrderBySitsOn(LocalDate day);
}
