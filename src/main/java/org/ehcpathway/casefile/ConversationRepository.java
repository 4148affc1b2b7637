package org.ehcpathway.casefile;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface ConversationRepository extends Repository<Conversation, Long> {

    Conversation save(Conversation conversation);

    @Query("""
            select c.* from conversation c join decision d on d.id = c.decision_id
            where d.case_id = :caseId order by c.id
            """)
    List<Conversation> findByCase(Long caseId);
}
