package org.ehcpathway.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface PanelConnectionRepository extends Repository<PanelConnection, Long> {

    PanelConnection save(PanelConnection connection);

    List<PanelConnection> findByMemberIdOrderById(Long memberId);
}
