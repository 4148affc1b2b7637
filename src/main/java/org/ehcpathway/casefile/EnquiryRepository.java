package org.ehcpathway.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface EnquiryRepository extends Repository<Enquiry, Long> {

    Enquiry save(Enquiry enquiry);

    Optional<Enquiry> findById(Long id);

    /** Holds the enquiry until the transaction ends. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Enquiry> readById(Long id);

    List<Enquiry> findByCaseIdOrderById(Long caseId);

    List<Enquiry> findTop200ByOrderByIdDesc();

    List<Enquiry> findTop200ByTeamInOrderByIdDesc(Collection<String> teams);
}
