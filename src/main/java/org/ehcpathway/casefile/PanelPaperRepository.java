package org.ehcpathway.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** No method deletes: what members were sent stays. */
interface PanelPaperRepository extends Repository<PanelPaper, Long> {

    PanelPaper save(PanelPaper paper);

    Optional<PanelPaper> findById(Long id);

    List<PanelPaper> findBySittingIdOrderById(Long sittingId);
}
