package org.ehcpathway.plan.audit;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AuditDrawRepository extends Repository<AuditDraw, Long> {

    AuditDraw save(AuditDraw draw);

    Optional<AuditDraw> findById(Long id);

    List<AuditDraw> findAllByOrderByIdDesc();
}
