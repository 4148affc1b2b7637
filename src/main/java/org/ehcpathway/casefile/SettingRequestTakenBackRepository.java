package org.ehcpathway.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface SettingRequestTakenBackRepository extends Repository<SettingRequestTakenBack, Long> {

    SettingRequestTakenBack save(SettingRequestTakenBack takenBack);

    List<SettingRequestTakenBack> findByCaseIdOrderById(Long caseId);
}
