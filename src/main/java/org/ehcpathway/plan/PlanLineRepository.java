package org.ehcpathway.plan;

import org.springframework.data.repository.Repository;

interface PlanLineRepository extends Repository<PlanLine, Long> {

    PlanLine save(PlanLine line);
}
