package org.ehcpathway.casefile;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface SettingRequestMeaningRepository extends Repository<SettingRequestMeaning, Long> {

    SettingRequestMeaning save(SettingRequestMeaning meaning);

    List<SettingRequestMeaning> findByRequestIdIn(Collection<Long> requests);
}
