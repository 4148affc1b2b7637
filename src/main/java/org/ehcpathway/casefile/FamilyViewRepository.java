package org.ehcpathway.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface FamilyViewRepository extends Repository<FamilyView, Long> {

    FamilyView save(FamilyView familyView);

    List<FamilyView> findByCaseIdOrderById(Long caseId);
}
