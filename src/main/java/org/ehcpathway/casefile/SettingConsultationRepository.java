package org.ehcpathway.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface SettingConsultationRepository extends Repository<SettingConsultation, Long> {

    SettingConsultation save(SettingConsultation consultation);

    List<SettingConsultation> findByCaseIdOrderById(Long caseId);

    Optional<SettingConsultation> findById(Long id);

    Optional<SettingConsultation> findByLetterId(Long letterId);
}
