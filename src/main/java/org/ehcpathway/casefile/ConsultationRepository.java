package org.ehcpathway.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface ConsultationRepository extends Repository<Consultation, Long> {

    Consultation save(Consultation consultation);

    List<Consultation> findByCaseIdOrderById(Long caseId);
}
