package org.ehcpathway.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface PanelApprovalRepository extends Repository<PanelApproval, Long> {

    PanelApproval save(PanelApproval approval);

    List<PanelApproval> findByPaperIdOrderById(Long paperId);
}
