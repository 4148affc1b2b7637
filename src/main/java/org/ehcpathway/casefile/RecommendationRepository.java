package org.ehcpathway.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface RecommendationRepository extends Repository<Recommendation, Long> {

    Recommendation save(Recommendation recommendation);

    Optional<Recommendation> findById(Long id);

    List<Recommendation> findByCaseIdOrderById(Long caseId);
}
