package org.ehcpathway.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface SettingRequestRepository extends Repository<SettingRequest, Long> {

    SettingRequest save(SettingRequest request);

    List<SettingRequest> findByCaseIdOrderById(Long caseId);
}
