package org.ehcpathway.plan.audit;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface AuditCommentRepository extends ListCrudRepository<AuditComment, Long> {

    List<AuditComment> findByAuditIdOrderById(long auditId);
}
