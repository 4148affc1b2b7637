package org.ehcpathway.casefile;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface TransferRepository extends Repository<Transfer, Long> {

    Transfer save(Transfer transfer);

    Optional<Transfer> findByEpisodeId(Long episodeId);
}
