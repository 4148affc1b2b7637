package org.ehcpathway.desk;

import java.util.Optional;
import org.ehcpathway.casefile.EhcCase;
import org.springframework.data.repository.Repository;

/** Finds the case a letter or paper belongs to, which know it by its number alone. Reads only. */
interface CasesById extends Repository<EhcCase, Long> {

    Optional<EhcCase> findById(Long id);
}
