package org.ehcpathway.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface EpisodeRepository extends Repository<Episode, Long> {

    Episode save(Episode episode);

    Optional<Episode> findById(Long id);

    /** Holds the episode until the transaction ends, so that two sweeps at once open it once. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Episode> readById(Long id);

    List<Episode> findByCaseIdOrderById(Long caseId);

    Optional<Episode> findByCaseIdAndKindAndEpisodeKey(Long caseId, EpisodeKind kind, String episodeKey);
}
