package org.ehcpathway.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. What is read at every step is written out: a derived query is made anew each time. */
interface ContactRepository extends Repository<Contact, Long> {

    Contact save(Contact contact);

    Optional<Contact> findById(Long id);

    @Query("select * from contact where person_id = :personId order by id")
    List<Contact> findByPersonIdOrderById(Long personId);
}
