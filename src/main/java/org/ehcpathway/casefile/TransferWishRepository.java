package org.ehcpathway.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface TransferWishRepository extends Repository<TransferWish, Long> {

    TransferWish save(TransferWish wish);

    List<TransferWish> findByEpisodeIdOrderById(Long episodeId);
}
