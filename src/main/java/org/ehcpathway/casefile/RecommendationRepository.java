package org.ehcpathway.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. What is read at every step is written out: a derived query is made anew each time. */
interface RecommendationRepository extends Repository<Recommendation, Long> {

    Recommendation save(Recommendation recommendation);

    Optional<Recommendation> findById(Long id);

    @Query("select * from recommendation where case_id = :caseId order by id")
    List<Recommendation> findByCaseIdOrderById(Long caseId);
}
