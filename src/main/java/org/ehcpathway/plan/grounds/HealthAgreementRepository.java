package org.ehcpathway.plan.grounds;

import java.util.List;
import org.springframework.data.repository.Repository;

/** No method deletes: the record only grows. */
interface HealthAgreementRepository extends Repository<HealthAgreement, Long> {

    HealthAgreement save(HealthAgreement agreement);

    List<HealthAgreement> findByCaseIdOrderById(Long caseId);
}
