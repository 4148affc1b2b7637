package org.ehcpathway.casefile;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. What is read at every step is written out: a derived query is made anew each time. */
interface FamilyViewRepository extends Repository<FamilyView, Long> {

    FamilyView save(FamilyView familyView);

    @Query("select * from family_view where case_id = :caseId order by id")
    List<FamilyView> findByCaseIdOrderById(Long caseId);
}
