package org.ehcpathway.plan;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** No method deletes or changes: what was kept stays. */
interface EarlierWordsRepository extends Repository<EarlierWords, Long> {

    EarlierWords save(EarlierWords earlier);

    Optional<EarlierWords> findById(Long id);

    List<EarlierWords> findByVersionIdOrderById(Long versionId);
}
