package org.ehcpathway.plan.check;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface PlanOverrideRepository extends ListCrudRepository<PlanOverride, Long> {

    /** Those of every version of a case, the earliest first. */
    @Query("""
            select o.* from plan_override o join plan_version v on v.id = o.version_id
            where v.case_id = :caseId order by o.id
            """)
    List<PlanOverride> ofCase(Long caseId);
}
