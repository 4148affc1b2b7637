package org.ehcpathway.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface MeetingStepRepository extends Repository<MeetingStep, Long> {

    MeetingStep save(MeetingStep step);

    List<MeetingStep> findByCaseIdOrderById(Long caseId);
}
