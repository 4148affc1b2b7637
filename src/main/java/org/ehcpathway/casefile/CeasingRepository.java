package org.ehcpathway.casefile;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** No method changes or deletes: the file only grows. */
interface CeasingRepository extends Repository<Ceasing, Long> {

    Ceasing save(Ceasing ceasing);

    Optional<Ceasing> findByEpisodeId(Long episodeId);
}
