package org.ehcpathway.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. What is read at every step is written out: a derived query is made anew each time. */
interface DeadlineRepository extends Repository<Deadline, Long> {

    Deadline save(Deadline deadline);

    @Query("select * from deadline where case_id = :caseId order by id")
    List<Deadline> findByCaseIdOrderById(Long caseId);

    /** Of the first assessment. */
    Optional<Deadline> findByCaseIdAndEpisodeIdIsNullAndRuleAndSupersededAtIsNull(Long caseId, String rule);

    Optional<Deadline> findByEpisodeIdAndRuleAndSupersededAtIsNull(Long episodeId, String rule);

    List<Deadline> findByEpisodeIdAndMetOnIsNullAndSupersededAtIsNull(Long episodeId);

    List<Deadline> findByCaseIdAndMetOnIsNullAndSupersededAtIsNull(Long caseId);
}
