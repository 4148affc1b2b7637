package org.ehcpathway.plan.audit;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface AuditAnswerRepository extends ListCrudRepository<AuditAnswer, Long> {

    List<AuditAnswer> findByAuditIdOrderById(long auditId);
}
