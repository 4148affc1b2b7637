package org.ehcpathway.casefile;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface PersonRepository extends Repository<Person, Long> {

    Person save(Person person);

    Optional<Person> findById(Long id);
}
