package org.ehcpathway.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface PanelEventRepository extends Repository<PanelEvent, Long> {

    PanelEvent save(PanelEvent event);

    List<PanelEvent> findByItemIdOrderById(Long itemId);

    List<PanelEvent> findBySittingIdOrderById(Long sittingId);
}
