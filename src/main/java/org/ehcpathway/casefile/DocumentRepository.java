package org.ehcpathway.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. What is read at every step is written out: a derived query is made anew each time. */
interface DocumentRepository extends Repository<Document, Long> {

    Document save(Document document);

    @Query("select * from document where case_id = :caseId order by id")
    List<Document> findByCaseIdOrderById(Long caseId);

    Optional<Document> findById(Long id);
}
