package org.ehcpathway.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface SettingRepository extends Repository<Setting, Long> {

    Setting save(Setting setting);

    Optional<Setting> findById(Long id);

    Optional<Setting> findByUrn(String urn);

    List<Setting> findAllByOrderByName();
}
