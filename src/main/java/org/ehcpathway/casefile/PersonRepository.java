package org.ehcpathway.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** No method deletes: the file only grows. */
interface PersonRepository extends Repository<Person, Long> {

    Person save(Person person);

    Optional<Person> findById(Long id);

    /** A number that is null finds nobody. */
    @Query("select * from person where birth_date = :birthDate or upn = :upn or nhs_number = :nhsNumber order by id")
    List<Person> findByBirthDateOrUpnOrNhsNumber(LocalDate birthDate, String upn, String nhsNumber);
}
