package org.ehcpathway.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

/** No method deletes: who was asked to sit stays on the rota. */
interface PanelSeatRepository extends Repository<PanelSeat, Long> {

    PanelSeat save(PanelSeat seat);

    List<PanelSeat> findBySittingIdOrderById(Long sittingId);

    List<PanelSeat> findByMemberId(Long memberId);
}
