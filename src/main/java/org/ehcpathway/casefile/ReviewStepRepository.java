package org.ehcpathway.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

/** No method changes or deletes: the file only grows. */
interface ReviewStepRepository extends Repository<ReviewStep, Long> {

    ReviewStep save(ReviewStep step);

    List<ReviewStep> findByEpisodeIdOrderById(Long episodeId);
}
