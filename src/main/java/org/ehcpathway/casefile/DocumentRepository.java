package org.ehcpathway.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface DocumentRepository extends Repository<Document, Long> {

    Document save(Document document);

    List<Document> findByCaseIdOrderById(Long caseId);

    Optional<Document> findById(Long id);
}
