package org.ehcpathway.casefile;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface PanelLeavingRepository extends Repository<PanelLeaving, Long> {

    PanelLeaving save(PanelLeaving leaving);

    List<PanelLeaving> findByEventIdInOrderById(Collection<Long> eventIds);
}
