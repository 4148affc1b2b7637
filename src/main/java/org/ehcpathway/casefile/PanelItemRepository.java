package org.ehcpathway.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface PanelItemRepository extends Repository<PanelItem, Long> {

    PanelItem save(PanelItem item);

    Optional<PanelItem> findById(Long id);

    /** Holds the item until the transaction ends: of two who record at once the second sees what the first wrote. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<PanelItem> readById(Long id);

    List<PanelItem> findByStateOrderByLegalDateAscIdAsc(PanelItemState state);

    List<PanelItem> findBySittingIdOrderByAgendaNumber(Long sittingId);

    List<PanelItem> findByCaseIdOrderById(Long caseId);

    List<PanelItem> findByIdInOrderById(Collection<Long> ids);
}
