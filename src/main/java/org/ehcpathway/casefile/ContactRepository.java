package org.ehcpathway.casefile;

import java.util.List;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface ContactRepository extends Repository<Contact, Long> {

    Contact save(Contact contact);

    List<Contact> findByPersonIdOrderById(Long personId);
}
